package dev.newsfold.parse;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.metadata.SelfDescription;
import dev.newsfold.parse.page.SiteFields;
import dev.newsfold.parse.people.Bylines;
import dev.newsfold.parse.people.Names;
import dev.newsfold.parse.site.SiteField;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The places that several fields are looked for in, so that {@link Fields} can name them. */
final class Where {
  private Where() {}

  /** The first content of a meta tag. */
  static Function<Draft, @Nullable String> meta(String name) {
    return draft -> draft.page().meta().first(name);
  }

  /** The first value of a schema.org property of the article. */
  static Function<Draft, @Nullable String> data(String property) {
    return draft -> draft.data().first(property);
  }

  /** What the site's own rule selects for a field. */
  static Function<Draft, @Nullable String> selected(SiteField field) {
    return draft -> SiteFields.one(draft.page(), field);
  }

  /** Whom the site's own rule selects for a field. */
  static Function<Draft, List<Names>> people(SiteField field) {
    return draft -> Names.of(SiteFields.all(draft.page(), field));
  }

  /** The address of an image as a whole address. */
  static Function<Draft, @Nullable String> image(Function<Draft, @Nullable String> place) {
    return draft -> SelfDescription.image(draft, place.apply(draft));
  }

  /** A statement of the page's language as a BCP 47 tag. */
  static Function<Draft, @Nullable String> language(Function<Draft, @Nullable String> place) {
    return draft -> SelfDescription.language(draft, place.apply(draft));
  }

  /** All keywords that the meta tags of a name list. */
  static Function<Draft, @Nullable List<String>> keywords(String name) {
    return draft -> SelfDescription.keywords(draft, draft.page().meta().all(name));
  }

  /** A rule for pages in Chinese alone. */
  static <T> Function<Draft, List<T>> chinese(Function<Draft, List<T>> rule) {
    return draft -> Bylines.isChinese(draft) ? rule.apply(draft) : List.of();
  }

  /** A rule for pages in any other language. */
  static <T> Function<Draft, List<T>> other(Function<Draft, List<T>> rule) {
    return draft -> Bylines.isChinese(draft) ? List.of() : rule.apply(draft);
  }
}
