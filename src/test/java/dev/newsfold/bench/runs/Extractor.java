package dev.newsfold.bench.runs;

import dev.newsfold.records.Page;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;

/** Another parser, in the place of ours: a page's text to that of its article. */
@FunctionalInterface
interface Extractor {
  String text(Page page);

  /** The parser of a subject that has another one. */
  static Extractor of(Subject subject) {
    return switch (subject) {
      case JSOUP -> page -> Jsoup.parse(page.getText(), address(page)).wholeText();
      case READABILITY4J -> Extractor::readability;
      case BOILERPIPE -> boilerpipe();
      default -> throw new IllegalArgumentException(subject + " has our parser");
    };
  }

  private static String address(Page page) {
    return Objects.requireNonNullElse(page.getUrl(), "https://example.org/");
  }

  private static String readability(Page page) {
    String text = new Readability4J(address(page), page.getText()).parse().getTextContent();
    return text == null ? "" : text;
  }

  /** By reflection: it brings an XML parser of its own, so only the profile "peers" has it. */
  private static Extractor boilerpipe() {
    try {
      Class<?> type = Class.forName("de.l3s.boilerpipe.extractors.ArticleExtractor");
      Object extractor = type.getField("INSTANCE").get(null);
      Method text = type.getMethod("getText", String.class);
      return page -> {
        try {
          return String.valueOf(text.invoke(extractor, page.getText()));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
          return ""; // It throws on some pages.
        }
      };
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Boilerpipe is not on the class path", e);
    }
  }
}
