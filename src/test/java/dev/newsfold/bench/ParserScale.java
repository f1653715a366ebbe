package dev.newsfold.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsfold.captures.Verdict;
import dev.newsfold.decode.PageDecoder;
import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.ParsedPage;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * Measures the way from bytes to an article against a bare {@code Jsoup.parse} of the same bytes,
 * warm, on one thread, the two in turn. Arguments: a number of rounds, and sets of pages below
 * {@code bench/extract} of the shared folder, by the start of their names; all of them if none is
 * named. Prints the thread's CPU time a round, and the ratio: median, and the least and the most.
 */
final class ParserScale {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ParseSettings SETTINGS =
      new ParseSettings(
          ZoneId.of("Asia/Shanghai"), Instant.parse("2026-11-01T00:00:00Z"), SiteRules.NONE);

  private final PageDecoder decoder = new PageDecoder();
  private final ArticleParser parser = new ArticleParser(SETTINGS);
  private final List<Capture> pages = new ArrayList<>();

  /** What came of the pages, so that no work can be left out as unused. */
  private long seen;

  private ParserScale() {}

  public static void main(String[] args) throws IOException {
    System.out.println(
        figures(Integer.parseInt(args[0]), Arrays.asList(args).subList(1, args.length)));
  }

  /** One line of figures of these sets. */
  static String figures(int rounds, List<String> sets) throws IOException {
    ParserScale scale = new ParserScale();
    scale.read(sets);
    return scale.measure(rounds);
  }

  private void read(List<String> wanted) throws IOException {
    try (Stream<Path> folders = Files.list(BenchSet.root())) {
      for (Path folder : folders.sorted().toList()) {
        String name = folder.getFileName().toString();
        if (Files.exists(folder.resolve("truth.jsonl"))
            && (wanted.isEmpty() || wanted.stream().anyMatch(name::startsWith))) {
          BenchSet set = BenchSet.read(name);
          for (JsonNode row : set.truth()) {
            pages.add(set.capture(row));
          }
        }
      }
    }
  }

  private String measure(int rounds) throws IOException {
    double[] parsers = new double[rounds];
    double[] ours = new double[rounds];
    double[] ratios = new double[rounds];
    // The first half as much again warms up.
    for (int round = -rounds / 2 - 1; round < rounds; round++) {
      double parser = seconds(this::parse);
      double our = seconds(this::article);
      if (round >= 0) {
        parsers[round] = parser;
        ours[round] = our;
        ratios[round] = our / parser;
      }
    }
    Arrays.sort(parsers);
    Arrays.sort(ours);
    Arrays.sort(ratios);
    return String.format(
        Locale.ROOT,
        "%d pages: parser %.3f s, article %.3f s, ratio %.2f (%.2f to %.2f); %d letters",
        pages.size(),
        parsers[rounds / 2],
        ours[rounds / 2],
        ratios[rounds / 2],
        ratios[0],
        ratios[rounds - 1],
        seen);
  }

  /** One look at a page. */
  private interface Look {
    long at(Capture page) throws IOException;
  }

  private double seconds(Look look) throws IOException {
    long start = THREADS.getCurrentThreadCpuTime();
    for (Capture page : pages) {
      seen += look.at(page);
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private long parse(Capture page) throws IOException {
    byte[] bytes = page.getPayload().array();
    return Jsoup.parse(new ByteArrayInputStream(bytes), null, "").childNodeSize();
  }

  private long article(Capture page) {
    if (decoder.decode(page) instanceof Verdict.Accepted<Page> decoded
        && parser.parse(decoded.value()) instanceof Verdict.Accepted<ParsedPage> parsed) {
      return parsed.value().article().getBody().length();
    }
    return 0;
  }
}
