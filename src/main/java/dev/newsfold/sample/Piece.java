package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as one outlet prints it; all that its page will say.
 *
 * @param url its address
 * @param outlet where it is printed
 * @param headline without the site's name
 * @param paragraphs the text, the dateline in front of the first
 * @param published in the outlet's zone; null if the page does not say
 * @param section the last step of the breadcrumb
 * @param source where the outlet says it took it from
 * @param byline authors named beside the text
 * @param reporters authors named in the text
 * @param editors as printed, with staff numbers
 * @param originalHeadline the headline at the source
 * @param agencies the news agencies quoted, by the names that Chinese pages use
 * @param topic the topic page it points to
 * @param summary the description in its metadata
 */
public record Piece(
    String url,
    Outlet outlet,
    String headline,
    List<String> paragraphs,
    @Nullable OffsetDateTime published,
    @Nullable String section,
    @Nullable String source,
    List<String> byline,
    List<String> reporters,
    List<String> editors,
    @Nullable String originalHeadline,
    @Nullable Dateline dateline,
    List<String> agencies,
    @Nullable String topic,
    @Nullable String summary) {

  /** What a design may leave out. */
  enum Shown {
    TIME,
    SECTION,
    SOURCE,
    BYLINE,
    EDITOR,
    ORIGINAL_HEADLINE,
    TOPIC,
    SUMMARY
  }

  /** This piece without what the outlet's design has no place for. */
  Piece shown() {
    Set<Shown> shown = outlet.design().shows();
    return new Piece(
        url,
        outlet,
        headline,
        paragraphs,
        shown.contains(Shown.TIME) && published != null ? rounded(published) : null,
        shown.contains(Shown.SECTION) ? section : null,
        shown.contains(Shown.SOURCE) ? source : null,
        shown.contains(Shown.BYLINE) ? byline : List.of(),
        reporters,
        shown.contains(Shown.EDITOR) ? editors : List.of(),
        shown.contains(Shown.ORIGINAL_HEADLINE) ? originalHeadline : null,
        dateline,
        agencies,
        shown.contains(Shown.TOPIC) ? topic : null,
        shown.contains(Shown.SUMMARY) ? summary : null);
  }

  /** The text, paragraphs separated by a newline. */
  public String body() {
    return String.join("\n", paragraphs);
  }

  /** Everyone the page names as an author. */
  public List<String> authors() {
    return reporters.isEmpty() ? byline : reporters;
  }

  /** How exactly the page states the time. */
  public Precision precision() {
    return outlet.design().precision();
  }

  /** This piece with another text, and the agencies that are still quoted in it. */
  Piece withParagraphs(List<String> others) {
    return new Piece(
        url,
        outlet,
        headline,
        others,
        published,
        section,
        source,
        byline,
        reporters,
        editors,
        originalHeadline,
        dateline,
        Agencies.quotedIn(others, agencies),
        topic,
        summary);
  }

  /** This piece on a page that ends inside the text: what stands below it is lost. */
  Piece cutTo(List<String> left) {
    return new Piece(
        url,
        outlet,
        headline,
        left,
        published,
        section,
        source,
        byline,
        reporters,
        List.of(),
        originalHeadline,
        dateline,
        agencies,
        null,
        summary);
  }

  Piece withHeadline(String other) {
    return new Piece(
        url,
        outlet,
        other,
        paragraphs,
        published,
        section,
        source,
        byline,
        reporters,
        editors,
        originalHeadline,
        dateline,
        agencies,
        topic,
        summary);
  }

  private OffsetDateTime rounded(OffsetDateTime time) {
    return switch (precision()) {
      case SECOND -> time;
      case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
      case DAY -> time.truncatedTo(ChronoUnit.DAYS);
    };
  }
}
