package dev.newsfold.parse.section;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.headline.Titles;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the section out of a title that is made of headline, section and site. */
final class TitleSections {
  private static final Pattern BETWEEN = Pattern.compile("\\s*+[_|｜]++\\s*+|\\s++[-–—]++\\s++");

  /** A few words with a capital: State News, City Hall. */
  private static final Pattern WORDS = Pattern.compile("\\p{Lu}\\S*(?: \\S+){0,2}");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,5}");

  private TitleSections() {}

  /** {@code Headline | Section | Site}: the one part between the headline and the site's name. */
  static @Nullable String beforeSite(Draft draft) {
    String title = draft.page().title();
    String headline = draft.headline().text();
    int at = headline.isEmpty() ? -1 : title.indexOf(headline);
    if (at != 0) {
      return null;
    }
    List<String> parts = Titles.parts(title.substring(headline.length()), BETWEEN);
    if (parts.size() != 2 || !isSite(draft, parts.get(1))) {
      return null;
    }
    String name = parts.get(0);
    boolean fits = Text.hasHan(name) ? HAN.matcher(name).matches() : WORDS.matcher(name).matches();
    List<CharSequence> keywords = List.copyOf(draft.article().getKeywords());
    return fits
            && SectionNames.isShort(name)
            && !isSite(draft, name)
            && (keywords.size() == 1 || !keywords.contains(name))
            && !Keys.of(headline).contains(Keys.of(name))
        ? name
        : null;
  }

  /** True for what begins with the name of the site, or is its address. */
  private static boolean isSite(Draft draft, String part) {
    String publisher = draft.article().getPublisher();
    String key = Keys.of(part);
    String host = Keys.of(draft.article().getSite());
    return publisher != null && !key.isEmpty() && key.startsWith(Keys.of(publisher))
        || part.indexOf('.') > 0 && !key.isEmpty() && host.endsWith(key);
  }
}
