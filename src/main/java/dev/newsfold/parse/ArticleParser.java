package dev.newsfold.parse;

import dev.newsfold.captures.Rejections;
import dev.newsfold.captures.Verdict;
import dev.newsfold.parse.body.BodyText;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.draft.Evidence;
import dev.newsfold.parse.metadata.CanonicalAddress;
import dev.newsfold.parse.page.PageReader;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.records.Article;
import dev.newsfold.records.Page;
import dev.newsfold.records.Precision;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Stage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article of a page's text: the page is read into lines and blocks, and {@link Fields}
 * says how each field is decided from there. Immutable and without state: one instance serves a
 * run.
 */
public final class ArticleParser {
  /** Counts up with every change of rules that may change a record. */
  public static final String VERSION = "1";

  private final ParseSettings settings;

  public ArticleParser(ParseSettings settings) {
    this.settings = settings;
  }

  /** The article on a page, or why there is none. Never throws, whatever the page holds. */
  public Verdict<ParsedPage> parse(Page page) {
    return verdict(draft(page, false));
  }

  /** As {@link #parse}, with what every rule had to say. */
  public Inspection inspect(Page page) {
    Draft draft = draft(page, true);
    List<Inspection.Dropped> dropped =
        BodyText.of(draft).dropped().stream()
            .map(line -> new Inspection.Dropped(line.line(), line.why()))
            .toList();
    return new Inspection(verdict(draft), draft.evidence().candidates(), dropped);
  }

  private Draft draft(Page page, boolean complete) {
    PageView view = PageReader.read(page, settings.zone(), settings.asOf(), settings.rules());
    StructuredData data = StructuredData.of(view.title(), view.meta(), view.jsonLd(), view.items());
    Draft draft = begun(view, data, complete);
    String script = BodyText.of(draft).onlyInScripts(draft);
    if (script != null) {
      draft = begun(PageReader.showing(view, script), data, complete);
    }
    FieldOrder.fill(draft);
    draft.article().setPublishDay(publishDay(draft.article()));
    draft.article().setEvidence(new HashMap<>(draft.evidence().winners()));
    return draft;
  }

  private static Draft begun(PageView view, StructuredData data, boolean complete) {
    Draft draft = new Draft(view, data, new Evidence(complete));
    describeCapture(view.page(), draft.article());
    FieldOrder.begin(draft);
    return draft;
  }

  private static void describeCapture(Page page, Article article) {
    article.setUrl(CanonicalAddress.captured(page));
    article.setBody("");
    article.setCapturedAt(page.getCapturedAt());
    article.setFirstCapturedAt(page.getCapturedAt());
    article.setCaptures(1);
    article.setDifferingTexts(1);
    article.setTextHashes(List.of());
    article.setContents(List.of());
    article.setOrigin(page.getOrigin());
    article.setPayloadDigest(page.getPayloadDigest());
    article.setTruncated(page.getTruncated());
    article.setCharset(page.getCharset());
    article.setCharsetEvidence(page.getCharsetEvidence());
    article.setParserVersion(VERSION);
    article.setBreadcrumb(new ArrayList<>());
    article.setAgencies(new ArrayList<>());
    article.setAuthors(new ArrayList<>());
    article.setEditor(new ArrayList<>());
    article.setKeywords(new ArrayList<>());
    article.setReservation(new ArrayList<>());
    article.setSketch(java.nio.ByteBuffer.allocate(0));
  }

  private Verdict<ParsedPage> verdict(Draft draft) {
    String why = PageKind.whyNoArticle(draft);
    if (why != null) {
      Page page = draft.page().page();
      Reason reason = page.getTruncated() ? Reason.TRUNCATED : Reason.NOT_ARTICLE;
      return Verdict.rejected(Rejections.of(page, Stage.PARSE, reason, why));
    }
    return Verdict.accepted(new ParsedPage(draft));
  }

  /** The calendar day in the run's zone; with precision DAY, the day that the page states. */
  private java.time.@Nullable LocalDate publishDay(Article article) {
    Instant at = article.getPublishedAt();
    if (at == null) {
      return null;
    }
    ZoneId zone = settings.zone();
    String stated = article.getPublishedZone();
    if (article.getPublishedPrecision() == Precision.DAY && stated != null) {
      try {
        zone = ZoneId.of(stated);
      } catch (DateTimeException e) {
        zone = settings.zone();
      }
    }
    return at.atZone(zone).toLocalDate();
  }
}
