package dev.newsfold.parse;

import dev.newsfold.captures.Rejections;
import dev.newsfold.captures.Verdict;
import dev.newsfold.parse.body.BodyCleaner;
import dev.newsfold.parse.body.BodyFinder;
import dev.newsfold.parse.body.StatedBody;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.draft.Evidence;
import dev.newsfold.parse.draft.FieldRules;
import dev.newsfold.parse.headline.HeadlineAbove;
import dev.newsfold.parse.headline.Headlines;
import dev.newsfold.parse.origin.Datelines;
import dev.newsfold.parse.origin.Provenance;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageKind;
import dev.newsfold.parse.page.PageReader;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.people.Bylines;
import dev.newsfold.parse.section.Sections;
import dev.newsfold.parse.section.Topics;
import dev.newsfold.parse.site.CanonicalAddress;
import dev.newsfold.parse.site.SelfDescription;
import dev.newsfold.parse.site.SiteFields;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.PublishTime;
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
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article of a page's text: first the page is read into lines and blocks, then headline
 * and body are found, then each field's rules read on from there. Immutable and without state: one
 * instance serves a run.
 */
public final class ArticleParser {
  /** Counts up with every change of rules that may change a record. */
  public static final String VERSION = "1";

  private static final int MAX_HEADLINE = 500;

  /** Visible text that is less than this share of the stated text is not the article. */
  private static final double MUCH_LESS = 0.3;

  private static final int MAX_TRIES = 3;
  private static final int SOME_TEXT = 60;
  private static final int MAX_DROPPED = 40;

  /** In this order, once headline and body are known. */
  private static final List<FieldRules> FIELD_RULES =
      List.of(
          new CanonicalAddress(),
          new SelfDescription(),
          new PublishTime(),
          new Bylines(),
          new Datelines(),
          new Sections(),
          new Provenance(),
          new Topics(),
          new SiteFields());

  private final ParseSettings settings;

  public ArticleParser(ParseSettings settings) {
    this.settings = settings;
  }

  /** The article on a page, or why there is none. Never throws, whatever the page holds. */
  public Verdict<ParsedPage> parse(Page page) {
    return verdict(draft(page, false, new ArrayList<>()));
  }

  /** As {@link #parse}, with what every rule had to say. */
  public Inspection inspect(Page page) {
    List<Inspection.Dropped> dropped = new ArrayList<>();
    Draft draft = draft(page, true, dropped);
    return new Inspection(verdict(draft), draft.evidence().candidates(), dropped);
  }

  private Draft draft(Page page, boolean complete, List<Inspection.Dropped> dropped) {
    PageView view = PageReader.read(page, settings);
    StructuredData data = StructuredData.of(view.title(), view.meta(), view.jsonLd(), view.items());
    Draft draft = new Draft(view, data, new Evidence(complete));
    describeCapture(page, draft.article());
    draft.headline(Headlines.find(draft));
    TextDensity passages = new TextDensity(view, draft.headline());
    StatedBody stated = StatedBody.of(view, draft.data());
    BiConsumer<Line, String> drop =
        (line, why) -> {
          if (complete && dropped.size() < MAX_DROPPED) {
            dropped.add(new Inspection.Dropped(line.text(), why));
          }
        };
    draft.body(body(passages, draft.headline(), stated, drop));
    Headline settled = HeadlineAbove.settle(draft);
    if (settled != draft.headline()) {
      dropped.clear();
      draft.headline(settled);
      draft.body(body(passages, settled, stated, drop));
    }
    applySiteRule(draft);
    draft.article().setHeadline(Text.cut(draft.headline().text(), MAX_HEADLINE));
    setBody(draft, stated);
    for (FieldRules rules : FIELD_RULES) {
      rules.fill(draft);
    }
    draft.article().setPublishDay(publishDay(draft.article()));
    draft.article().setEvidence(new HashMap<>(draft.evidence().winners()));
    return draft;
  }

  private static void applySiteRule(Draft draft) {
    Headline headline = SiteFields.headline(draft.page());
    if (headline != null) {
      draft.headline(headline);
      draft.evidence().won("headline", "site-rule:headline", headline.text());
    }
    List<Line> body = SiteFields.body(draft.page());
    if (!body.isEmpty()) {
      draft.body(body);
      draft.evidence().won("body", "site-rule:body", body.size() + " lines");
    }
  }

  /** What the finder finds, unless next to nothing of it is text: then what it finds next. */
  private static List<Line> body(
      TextDensity passages,
      Headline headline,
      @Nullable StatedBody stated,
      BiConsumer<Line, String> drop) {
    BodyFinder finder = new BodyFinder(passages, headline);
    BodyCleaner cleaner = new BodyCleaner(passages, headline, stated, drop);
    List<Line> best = List.of();
    int bestWeight = -1;
    for (int i = 0; i < MAX_TRIES && bestWeight < SOME_TEXT; i++) {
      List<Line> lines = cleaner.clean(finder.find());
      int weight = lines.stream().mapToInt(Line::weight).sum();
      if (weight > bestWeight) {
        best = lines;
        bestWeight = weight;
      }
    }
    return best;
  }

  /** The visible text, or what the page gives machines for it where next to nothing is visible. */
  private static void setBody(Draft draft, @Nullable StatedBody stated) {
    String body = draft.body().stream().map(Line::text).collect(Collectors.joining("\n"));
    if (stated != null
        && !draft.evidence().has("body")
        && Text.weight(body) < stated.weight() * MUCH_LESS) {
      body =
          stated
              .text()
              .lines()
              .map(Text::squeeze)
              .filter(line -> !line.isEmpty())
              .collect(Collectors.joining("\n"));
      draft.evidence().won("body", "json-ld:articleBody", body);
    } else if (!body.isEmpty() && !draft.evidence().has("body")) {
      draft.evidence().won("body", "text:prose", body);
    }
    draft.article().setBody(body);
  }

  private static void describeCapture(Page page, Article article) {
    article.setCapturedAt(page.getCapturedAt());
    article.setFirstCapturedAt(page.getCapturedAt());
    article.setCaptures(1);
    article.setDifferingTexts(1);
    article.setTextHashes(List.of());
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
