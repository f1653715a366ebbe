package dev.newsfold.parse.metadata;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.text.ChineseScript;
import dev.newsfold.parse.text.FunctionWords;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.LanguageTags;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a page says of itself: summary, keywords, language, lead image. */
public final class SelfDescription {
  private static final Pattern KEYWORD_SEPARATOR = Pattern.compile("[,，;；、|\\n]");
  private static final int MAX_KEYWORDS = 40;
  private static final int MAX_KEYWORD = 40;

  /** A summary has more than this in common with its text. */
  private static final double SHARED = 0.3;

  private static final int PIECE = 5;
  private static final int MAX_SHARED = 400;

  private SelfDescription() {}

  /** The keywords that a page lists, without its headline and the site's names. */
  public static @Nullable List<String> keywords(Draft draft, List<String> statements) {
    Set<String> names = siteNames(draft);
    String headline = Keys.of(draft.headline().text());
    List<String> words =
        split(statements).stream()
            .filter(word -> !Keys.of(word).equals(headline) && !names.contains(Keys.of(word)))
            .toList();
    return words.isEmpty() ? null : new ArrayList<>(words);
  }

  /** Why a description is no summary of the article; null if it may be one. */
  public static @Nullable String noSummary(Draft draft, String description) {
    String key = Keys.of(description);
    Set<String> names = siteNames(draft);
    if (key.equals(Keys.of(draft.headline().text()))) {
      return "the headline";
    }
    if (names.contains(key)) {
      return "the site's name";
    }
    boolean namesSite = names.stream().anyMatch(name -> name.length() > 1 && key.contains(name));
    if (!namesSite) {
      return null;
    }
    String text = Keys.of(draft.headline().text() + draft.article().getBody());
    return shared(key, text) < SHARED ? "what the site says of itself" : null;
  }

  private static Set<String> siteNames(Draft draft) {
    Set<String> names = new HashSet<>();
    List<String> written = new ArrayList<>(draft.page().meta().all("og:site_name"));
    written.addAll(draft.data().webSites());
    written.addAll(draft.page().meta().all("application-name"));
    written.forEach(name -> names.add(Keys.of(name)));
    names.remove("");
    return names;
  }

  /** How much of a key stands in a text, in pieces of a few letters. */
  private static double shared(String key, String text) {
    int size = Text.hasHan(key) ? 2 : PIECE;
    int pieces = 0;
    int found = 0;
    for (int i = 0; i + size <= Math.min(key.length(), MAX_SHARED); i += size) {
      pieces++;
      found += text.contains(key.substring(i, i + size)) ? 1 : 0;
    }
    return pieces == 0 ? 1 : (double) found / pieces;
  }

  private static List<String> split(List<String> values) {
    Set<String> words = new LinkedHashSet<>();
    for (String value : values) {
      String[] parts = KEYWORD_SEPARATOR.split(value);
      for (String part : parts.length == 1 ? byBlanks(value) : List.of(parts)) {
        String word = Text.squeeze(part);
        if (!word.isEmpty() && word.length() <= MAX_KEYWORD && words.size() < MAX_KEYWORDS) {
          words.add(word);
        }
      }
    }
    return new ArrayList<>(words);
  }

  /**
   * Chinese keywords may be separated by blanks alone; in other languages a blank is part of them.
   */
  private static List<String> byBlanks(String value) {
    return value.chars().anyMatch(c -> Text.isCjk((char) c))
        ? List.of(value.split(" ", MAX_KEYWORDS))
        : List.of(value);
  }

  /**
   * The language that the script of the text proves, against whatever the page claims: templates
   * say {@code lang="en"} on Chinese pages. Null where the script proves nothing.
   */
  public static @Nullable String byScript(Draft draft) {
    int han = 0;
    int kana = 0;
    int hangul = 0;
    int letters = 0;
    String text = draft.headline().text() + draft.article().getBody();
    for (int i = 0; i < Math.min(text.length(), 4_000); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        letters += Character.isLetter(c) ? 1 : 0;
      } else if (c >= '\u3040' && c <= '\u30ff') {
        kana++;
      } else if (c >= '\uac00' && c <= '\ud7af') {
        hangul++;
      } else if (Text.isCjk(c)) {
        han++;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    String proven = null;
    if (kana * 10 > han + letters / 4 && kana > 0) {
      proven = "ja";
    } else if (hangul * 4 > han + letters / 4 && hangul > 0) {
      proven = "ko";
    } else if (han * 4 > letters && han > 0) {
      proven = "zh";
    }
    String claimed = LanguageTags.of(draft.page().htmlLang());
    return proven == null || claimed != null && claimed.startsWith(proven)
        ? null
        : language(draft, proven);
  }

  /** The language that the words of the text tell, where no page says it. */
  public static @Nullable String byWords(Draft draft) {
    return FunctionWords.language(draft.headline().text() + "\n" + draft.article().getBody());
  }

  /**
   * A language as the page writes it as a BCP 47 tag, Chinese with the script of its text; null if
   * it is none.
   */
  public static @Nullable String language(Draft draft, @Nullable String written) {
    String tag = LanguageTags.of(written);
    return tag == null || !tag.startsWith("zh")
        ? tag
        : LanguageTags.chinese(
            tag, ChineseScript.of(draft.headline().text() + draft.article().getBody()));
  }

  /** The whole address of an image; null for none, and for one within the page. */
  public static @Nullable String image(Draft draft, @Nullable String href) {
    if (href == null || href.isEmpty() || href.startsWith("data:")) {
      return null;
    }
    String base = draft.article().getUrl();
    return Addresses.resolve(base, href);
  }
}
