package dev.newsfold.sample;

import dev.newsfold.records.Relation;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the page with a given number, from that number and the seed alone. */
final class PageMaker {

  private static final int INDEX_LINKS = 80;
  private static final int GALLERY_LINKS = 12;

  private final long seed;
  private final Plan plan;
  private final Newsroom newsroom;
  private final ArticleMaker articles;
  private final Headlines headlines;

  PageMaker(SampleOptions options) {
    this.seed = options.seed();
    this.plan = new Plan(seed);
    this.newsroom = new Newsroom(plan, options);
    this.articles = new ArticleMaker(options, plan, newsroom);
    this.headlines = new Headlines(seed, plan, newsroom);
  }

  SamplePage page(long number) {
    Role role = plan.role(number);
    return switch (role) {
      case INDEX, GALLERY, MISSING -> other(number, role);
      default -> article(number, role);
    };
  }

  private SamplePage article(long number, Role role) {
    Print print = articles.print(number);
    Dice dice = Dice.of(seed, number, Dice.Purpose.PAGE);
    Flaw flaw = Damage.of(role, dice);
    Piece piece = print.piece().shown();
    Outlet outlet = piece.outlet();
    Labelling labelling =
        flaw == Flaw.MISLABELLED
            ? Labelling.wrong(outlet.charset(), dice)
            : Labelling.of(outlet.charset(), dice);
    Design design = outlet.design();
    Dice choice = Dice.of(seed, number, Dice.Purpose.DRESSING);
    int tickerSize = design.tickerSize();
    int listed = tickerSize + design.relatedSize();
    List<Link> links = headlines.pick(number, outlet.language(), listed, choice);
    List<Link> ticker = links.subList(0, tickerSize);
    List<Link> related = links.subList(tickerSize, listed);
    if (flaw != null) {
      piece = Damage.beforeLayout(flaw, piece);
    }
    Dressing dressing = new Dressing(labelling.meta(), ticker, related);
    String html =
        flaw == Flaw.UNDEFINED
            ? OtherPages.undefined(outlet, labelling.meta())
            : design.render(withNotice(piece), dressing);
    byte[] body;
    if (flaw == null) {
      body = html.getBytes(outlet.charset());
    } else {
      html = Damage.afterLayout(flaw, html, related, piece);
      body = Damage.toBytes(flaw, html, outlet.charset(), piece);
      piece = Damage.truth(flaw, piece);
    }
    boolean missing = print.edits().contains(Edit.BODY_MISSING);
    boolean hasArticle = flaw == null || flaw.hasArticle();
    Truth truth =
        new Truth(
            role,
            flaw == null ? Truth.ARTICLE : flaw.expect(),
            missing ? List.of(Truth.NOT_ARTICLE) : flaw == null ? List.of() : flaw.also(),
            design.name(),
            flaw == null ? null : flaw.label(),
            print.edits().stream().map(Edit::label).toList(),
            hasArticle ? piece : null,
            Labelling.name(outlet.charset(), body),
            labelling.kind(),
            plan.story(number),
            print.relation(),
            role == Role.RECAPTURE ? plan.recaptured(number) : null,
            flaw == Flaw.CUT ? tickerSize : listed);
    return page(number, piece.url(), print.piece().published(), 200, labelling, body, truth);
  }

  private SamplePage other(long number, Role role) {
    Opening opening = newsroom.opening(number);
    Outlet outlet = opening.outlet();
    Dice dice = Dice.of(seed, number, Dice.Purpose.PAGE);
    Labelling labelling = Labelling.of(outlet.charset(), dice);
    @Nullable String label = labelling.meta();
    int links = role == Role.INDEX ? INDEX_LINKS : role == Role.GALLERY ? GALLERY_LINKS : 0;
    List<Link> neighbours = headlines.pick(number, outlet.language(), links, dice);
    String html =
        switch (role) {
          case INDEX -> OtherPages.index(outlet, label, neighbours);
          case GALLERY ->
              OtherPages.gallery(outlet, label, inScript(outlet, opening.headline()), neighbours);
          default -> OtherPages.missing(outlet, label, dice);
        };
    String url = outlet.url(number, role.label(), null);
    byte[] body = html.getBytes(outlet.charset());
    Truth truth =
        new Truth(
            role,
            Truth.NOT_ARTICLE,
            List.of(),
            role.label(),
            null,
            List.of(),
            null,
            Labelling.name(outlet.charset(), body),
            labelling.kind(),
            number,
            Relation.ORIGINAL,
            null,
            neighbours.size());
    int status = role == Role.MISSING && dice.chance(0.5) ? 404 : 200;
    return page(number, url, opening.time(), status, labelling, body, truth);
  }

  private SamplePage page(
      long number,
      String url,
      @Nullable OffsetDateTime published,
      int status,
      Labelling labelling,
      byte[] body,
      Truth truth) {
    String header = labelling.header();
    String contentType = header == null ? "text/html" : "text/html; charset=" + header;
    String path = url.substring(url.indexOf("//") + 2);
    if (truth.recaptureOf() != null) {
      path = "later-" + plan.captureOrdinal(number) + "/" + path;
    }
    return new SamplePage(
        number, url, path, captured(number, published), status, contentType, body, truth);
  }

  /** Hours to days after the page appeared, and for a recapture after the capture before it. */
  private Instant captured(long number, @Nullable OffsetDateTime published) {
    if (plan.role(number) == Role.RECAPTURE) {
      long before = plan.recaptured(number);
      int days = 6 * plan.captureOrdinal(number);
      return captured(before, published).plus(Duration.ofDays(days)).plusSeconds(number % 3600);
    }
    Dice dice = Dice.of(seed, number, Dice.Purpose.ARCHIVE);
    OffsetDateTime time = published == null ? newsroom.opening(number).time() : published;
    return time.toInstant().plusSeconds(dice.between(3600, 6 * 24 * 3600));
  }

  /** A page whose text did not load says so instead. */
  private static Piece withNotice(Piece piece) {
    if (!piece.paragraphs().isEmpty()) {
      return piece;
    }
    String notice =
        switch (piece.outlet().language()) {
          case ENGLISH -> "Please enable JavaScript to play the video.";
          case CHINESE -> "请启用脚本后观看视频";
          case TRADITIONAL -> Traditional.of("请启用脚本后观看视频");
        };
    return piece.withParagraphs(List.of(notice));
  }

  private static String inScript(Outlet outlet, String text) {
    return outlet.language() == Language.TRADITIONAL ? Traditional.of(text) : text;
  }
}
