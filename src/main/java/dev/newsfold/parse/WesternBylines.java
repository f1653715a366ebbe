package dev.newsfold.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bylines of languages with spaces, and of Japanese and Korean: {@code By Jane Roe and
 * John Doe}.
 */
final class WesternBylines {
  private static final List<String> METAS =
      List.of(
          "author",
          "article:author",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "dc.creator.name",
          "citation_author",
          "byl",
          "byline",
          "authors",
          "article:author_name",
          "cxenseparse:author",
          "og:article:author",
          "twitter:data1:author",
          "book:author");

  private static final Pattern HINT =
      Pattern.compile(
          "(?:^|[\\s_-])(?:author|authors|author-?name|byline|bylines|writer|reporter|contributor|vcard|fn)(?:[\\s_-]|$)|author|byline");

  /** By, Von, Par, Por, Di, Door, Av, Od, Autor: at the start of a byline. */
  private static final Pattern BY =
      Pattern.compile(
          "^(?:(?:written|posted|published|reported|story|words|text|opinion|review|analysis)\\s)?(?:by|von|par|por|di|door|av|af|od|autor(?:en|in)?|auteur|author|text|propos recueillis par|ein (?:beitrag|artikel|gastbeitrag) von|redaktion|автор)(?:\\s{0,2}[:：]\\s{0,2}|\\s{1,3})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*(?:[;|•·/&]|\\s(?:and|und|et|y|e|och|og|en|with|mit)\\s|\\s{2,}|,)\\s*",
          Pattern.CASE_INSENSITIVE);

  /** What follows a name that is no name. */
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)^(?:senior|staff|chief|political|science|health|business|sports?|news|deputy|assistant|associate|special|national|foreign|features?|digital|"
              + "contributing|freelance|reporter|writer|editor|correspondent|columnist|journalist|producer|bureau|contributor|author|photographer|"
              + "redakteur|redakteurin|korrespondent|autor|autorin|journaliste|periodista|updated|published|posted|on|in|at|for|cnn|phd|ph\\.d\\.?|md|m\\.d\\.?|jr\\.?|ii|iii|profil|mehr)\\b.*");

  private static final Pattern DATE_OR_NUMBER = Pattern.compile(".*\\d{2,}.*|.*\\d:\\d.*");
  private static final Pattern ADDRESS =
      Pattern.compile("https?://\\S*|www\\.\\S*|\\S+@\\S+|@\\w+");

  private static final Set<String> NO_NAMES =
      Set.of(
          "admin",
          "administrator",
          "editor",
          "staff",
          "author",
          "by",
          "von",
          "redaktion",
          "webmaster",
          "guest",
          "unknown",
          "anonymous",
          "none",
          "null",
          "undefined",
          "root",
          "web",
          "contributor",
          "follow",
          "view profile",
          "read more",
          "news",
          "autor",
          "about",
          "more");

  private static final int MAX_LINE = 160;
  private static final int MAX_NAME = 60;
  private static final int MAX_NAMES = 20;

  private WesternBylines() {}

  /** Names in meta tags, of the first tag that has any. */
  static List<List<String>> metas(Draft draft) {
    List<List<String>> found = new ArrayList<>();
    for (String meta : METAS) {
      Set<String> names = new LinkedHashSet<>();
      for (String value : draft.page().meta().all(meta)) {
        names.addAll(split(value));
      }
      if (!names.isEmpty()) {
        found.add(List.copyOf(names));
      }
    }
    return found;
  }

  /** Names in elements whose class, rel or itemprop speaks of an author, near the headline. */
  static List<List<String>> byClass(Margins margins) {
    List<List<String>> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.aroundHeadline());
    lines.addAll(margins.opening());
    for (Line line : lines) {
      if (line.text().length() > MAX_LINE) {
        continue;
      }
      Set<String> names = new LinkedHashSet<>();
      for (Span span : line.spans()) {
        String rel = span.element().attr("rel") + span.element().attr("itemprop");
        boolean linked =
            span.isLink() && (span.href().contains("/author") || span.href().contains("/autor"));
        if (linked || rel.contains("author") || HINT.matcher(span.hint()).find()) {
          names.addAll(split(span.text()));
        }
      }
      if (names.isEmpty() && HINT.matcher(line.block().hint()).find()) {
        names.addAll(split(line.text()));
      }
      if (!names.isEmpty()) {
        found.add(List.copyOf(names));
      }
    }
    return found;
  }

  /** Names in a line that begins with By. */
  static List<List<String>> byLine(Margins margins) {
    List<List<String>> found = new ArrayList<>();
    for (Line line : margins.all()) {
      Matcher by = BY.matcher(line.text());
      if (line.text().length() <= MAX_LINE && by.find()) {
        List<String> names = split(line.text());
        if (!names.isEmpty() && names.stream().allMatch(WesternBylines::isCapitalised)) {
          found.add(names);
        }
      }
    }
    return found;
  }

  /** The names in a byline, without By, roles, dates and addresses. */
  static List<String> split(String byline) {
    String text = byline.length() > 400 ? byline.substring(0, 400) : byline;
    text = ADDRESS.matcher(Text.squeeze(text)).replaceAll(" ").strip();
    text = BY.matcher(text).replaceFirst("").strip();
    Set<String> names = new LinkedHashSet<>();
    for (String part : SEPARATOR.split(text, 40)) {
      String name = BY.matcher(part.strip()).replaceFirst("");
      name = strip(name);
      if (ROLE.matcher(name).matches() || DATE_OR_NUMBER.matcher(name).matches()) {
        continue;
      }
      if (isName(name) && names.size() < MAX_NAMES) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private static boolean isName(String name) {
    return name.length() >= 2
        && name.length() <= MAX_NAME
        && !NO_NAMES.contains(name.toLowerCase(Locale.ROOT))
        && name.codePoints().anyMatch(Character::isLetter)
        && name.split(" ", 10).length <= 6;
  }

  private static boolean isCapitalised(String name) {
    for (String word : name.split(" ", 10)) {
      if (!word.isEmpty()
          && Character.isLowerCase(word.codePointAt(0))
          && !Set.of(
                  "de", "von", "van", "der", "la", "da", "di", "del", "den", "zu", "al", "el",
                  "bin", "du", "le", "dos")
              .contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end
        && !Character.isLetterOrDigit(text.charAt(start))
        && "《「[(".indexOf(text.charAt(start)) < 0) {
      start++;
    }
    while (end > start
        && !Character.isLetterOrDigit(text.charAt(end - 1))
        && ".》」])".indexOf(text.charAt(end - 1)) < 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
