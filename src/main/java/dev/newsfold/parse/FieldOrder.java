package dev.newsfold.parse;

import dev.newsfold.parse.body.BodyText;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.draft.Field;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.text.Text;
import java.util.List;

/** In which order the {@link Fields} are filled: some look at those before them. */
final class FieldOrder {
  private static final int MAX_HEADLINE = 500;

  /** Once headline and body are known. */
  private static final List<Field<?>> IN_ORDER =
      List.of(
          Fields.BODY,
          Fields.CANONICAL_URL,
          Fields.SUMMARY,
          Fields.LANGUAGE,
          Fields.IMAGE,
          Fields.KEYWORDS,
          Fields.PUBLISHED_AT,
          Fields.MODIFIED_AT,
          Fields.EDITOR,
          Fields.AUTHORS,
          Fields.DATELINE,
          Fields.AGENCIES,
          Fields.BREADCRUMB,
          Fields.SOURCE,
          Fields.PUBLISHER,
          Fields.SECTION, // which may stand between the headline and the site's name in the title
          Fields.ORIGINAL_HEADLINE,
          Fields.TOPIC,
          Fields.ACCESSIBLE,
          Fields.LICENSE,
          Fields.RESERVATION);

  private FieldOrder() {}

  /** Finds the headline and the lines of the body, around which all else is looked for. */
  static void begin(Draft draft) {
    Headline headline = Fields.HEADLINE.pick(draft);
    draft.headline(headline == null ? Headline.NONE : headline);
    draft.body(BodyText.of(draft).lines(draft));
    Headline above = Fields.HEADLINE_ABOVE_BODY.pick(draft);
    if (above != null) {
      draft.headline(above);
      draft.body(BodyText.of(draft).lines(draft));
    }
  }

  /** Fills the draft's record, all but what is known of its capture. */
  static void fill(Draft draft) {
    draft.article().setHeadline(Text.cut(draft.headline().text(), MAX_HEADLINE));
    for (Field<?> field : IN_ORDER) {
      field.fill(draft);
    }
  }
}
