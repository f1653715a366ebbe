package dev.newsfold.bench;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.Verdict;
import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.decode.PageDecoder;
import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.ParsedPage;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Page;
import dev.newsfold.records.Rejection;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one file comes to, read, decoded and parsed as a run does it. */
final class ReadThrough implements CaptureOutput {
  private final PageDecoder decoder = new PageDecoder();
  private final ArticleParser parser =
      new ArticleParser(
          new ParseSettings(
              ZoneId.of("Asia/Shanghai"), Instant.parse("2026-11-01T00:00:00Z"), SiteRules.NONE));

  final Set<String> articles = new TreeSet<>();
  final List<Capture> captures = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();
  final List<String> skips = new ArrayList<>();
  private int parsed;
  private FileFacts facts = new FileFacts(null, null, -1);

  /** Reads a file below a folder. */
  static ReadThrough of(Path folder, String file) {
    ReadThrough result = new ReadThrough();
    result.facts =
        new CaptureReader(ReadLimits.DEFAULT, InputOpener.local())
            .read(new InputFileRef(folder.resolve(file).toUri().toString(), file), result);
    return result;
  }

  /** True if every record that was found came to one end. */
  boolean conserves() {
    return facts.captures() == parsed + rejections.size() + skips.size();
  }

  long records() {
    return facts.captures();
  }

  @Override
  public void capture(Capture capture) {
    captures.add(capture);
    Verdict<Page> page = decoder.decode(capture);
    if (page instanceof Verdict.Rejected<Page> rejected) {
      reject(rejected.rejection());
    } else if (page instanceof Verdict.Accepted<Page> accepted) {
      Verdict<ParsedPage> article = parser.parse(accepted.value());
      if (article instanceof Verdict.Rejected<ParsedPage> rejected) {
        reject(rejected.rejection());
      } else if (article instanceof Verdict.Accepted<ParsedPage> kept) {
        parsed++;
        articles.add(kept.value().article().getId());
      }
    }
  }

  @Override
  public void reject(Rejection rejection) {
    rejections.add(rejection);
  }

  @Override
  public void skip(SkipKind kind) {
    skips.add(kind.label());
  }

  /** In words: how many articles, what was rejected and why, what was skipped. */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder();
    words.append(articles.size()).append(" articles");
    for (Rejection rejection : rejections) {
      words.append("; ").append(rejection.getReason()).append(": ").append(rejection.getMessage());
    }
    return words.append(skips.isEmpty() ? "" : "; skipped " + skips).toString();
  }
}
