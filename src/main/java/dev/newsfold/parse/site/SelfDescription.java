package dev.newsfold.parse.site;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.text.ChineseScript;
import dev.newsfold.parse.text.FunctionWords;
import dev.newsfold.parse.text.LanguageTags;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
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

  private SelfDescription() {}

  /** The keywords that statements list; null if they list none. */
  public static @Nullable List<String> keywords(List<String> statements) {
    List<String> words = split(statements);
    return words.isEmpty() ? null : words;
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
      if (c >= '\u3040' && c <= '\u30ff') {
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
