package dev.newsfold.parse;

import dev.newsfold.parse.data.StructuredData;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads bylines in languages that write names with blanks, and in Japanese and Korean: {@code By
 * Jane Roe and John Doe}. Templates often name the outlet as the author in their data and the
 * person in the byline: a person found anywhere comes before an outlet found first.
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
          "dcsext.author");

  private static final Pattern HINT =
      Pattern.compile(
          "(?:^|[\\s_-])(?:writer|reporter|contributor|vcard|fn|creator|redakteur)(?:[\\s_-]|$)|author|autor|auteur|byline");

  /** Class names that say author but hold portraits, counters and lists. */
  private static final Pattern NO_HINT =
      Pattern.compile(
          "comment|related|teaser|share|social|follow|count|image|avatar|-bio|biograph|caption|credit|more");

  /** By, Von, Par, Por, Di, Door, Av, Od, Autor: at the start of a byline. */
  private static final Pattern BY =
      Pattern.compile(
          "^(?:(?:written|posted|published|reported|story|words|text|opinion|review|analysis|veröffentlicht|geschrieben"
              + "|verfasst|erstellt|publié|écrit|escrito|eingestellt)\\s)?"
              + "(?:by|von|par|por|di|door|av|af|od|autor(?:en|in|es|a)?|auteur|author|text|propos recueillis par"
              + "|ein (?:beitrag|artikel|gastbeitrag) von|автор)(?:\\s{0,2}[:：]\\s{0,2}|\\s{1,3})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*(?:[;|•·/&–—]|\\s(?:and|und|et|y|e|och|og|en|with|mit)\\s|\\s-\\s|\\s{2,}|,)\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PEN_NAME = Pattern.compile("\\p{L}{2,} Reporter(?:in)?");

  /** What stands between names, or behind one, and is none. */
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)^(?:senior|staff|chief|political|science|health|business|sports?|news|deputy|assistant|associate|special|national|foreign|features?|digital|"
              + "contributing|freelance|reporter|writer|editor|correspondent|columnist|journalist|producer|bureau|contributor|author|photographer|"
              + "(?:chef)?redakteur(?:in)?|(?:chef)?redaktionsleit(?:er|ung)|r[ée]dact(?:eur|rice)(?: en chef)?|redactora?(?: jefe)?|redattore|direttore|agencies|nachrichten|korrespondent(?:in)?|autor(?:in)?|journaliste|periodista|updated|published|posted|on|in|at|for|from|am|um|cnn|phd|ph\\.d\\.?|md|m\\.d\\.?|jr\\.?|ii|iii|"
              + "profil|mehr|uhr|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|vor \\d.*|über|leave|keine?)\\b.*");

  /** Where a byline goes on to say something else. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?i)\\s+(?:(?:for|in|from|im|am|on|at|aus|chez|staff|senior|special|updated|published|posted|contributing|correspondent|reporter)\\s.*"
              + "|(?:staff|senior|political|associated)?\\s?(?:writer|reporter|correspondent|editor|contributor)s?)$");

  /** A credit, a beginning of a sentence or a date, and no name. */
  private static final Pattern PROSE =
      Pattern.compile(".*\\s(?:by|am)(?:\\s.*)?$|.*\\s(?:on|le|il|um)$|^ca\\..*");

  private static final Pattern CODE = Pattern.compile("\\s?[(\\[][^()\\[\\]]{1,40}[)\\]]");
  private static final Pattern OPEN_BRACKET = Pattern.compile("[(\\[].*$");
  private static final Pattern DATE_OR_NUMBER = Pattern.compile(".*\\d{2,}.*|.*\\d:\\d.*|^\\d.*");
  private static final Pattern ADDRESS =
      Pattern.compile("https?://\\S*|www\\.\\S*|\\S+@\\S+|@\\w+");
  private static final Pattern OUTLET =
      Pattern.compile(
          "(?i).*(?:\\.(?:de|com|net|org|at|ch|fr|es|it|info|tv|co\\.uk)\\b|\\be\\.? ?v\\.?$|\\bgmbh\\b|redaktion|editorial|newsroom|\\bteam\\b|\\bstaff\\b|desk$|magazin|zeitung|news$|"
              + "press(?:e|estelle)?$|agency|verband|stiftung|foundation|university|institut).*");

  private static final Set<String> NO_NAMES =
      Set.of(
          "admin",
          "administrator",
          "editor",
          "staff",
          "author",
          "by",
          "von",
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
          "autor",
          "about",
          "more",
          "share",
          "comments",
          "gast",
          "name",
          "default",
          "user",
          "twitter",
          "facebook",
          "email",
          "e-mail",
          "linkedin",
          "rss",
          "website",
          "auteur",
          "autore",
          "join now",
          "log in",
          "sign in",
          "sign up",
          "my profile",
          "著者一覧");

  /** Two or three words that begin like names. */
  private static final Pattern FULL_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}.'-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,2}");

  /** Class names of lines that show a name. */
  private static final Pattern NAMED = Pattern.compile("name|author|autor|byline");

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "von", "van", "der", "la", "da", "di", "del", "den", "zu", "al", "el", "bin", "du",
          "le", "dos", "ter");

  private static final int MAX_LINE = 160;
  private static final int MAX_BYLINE = 90;
  private static final int LONGEST_BY = 24;
  private static final int MAX_NAME = 60;
  private static final int MAX_NAMES = 20;

  /** Names of one place on the page, with the rule that found them. */
  record Found(String rule, List<String> names) {}

  private WesternBylines() {}

  /** Every list of names on the page: lists with a person first, then those of outlets. */
  static List<Found> all(Draft draft, Margins margins) {
    List<Found> found = new ArrayList<>();
    agents(draft, found);
    metas(draft, found);
    List<Found> shown = new ArrayList<>();
    byClass(margins, shown);
    byLine(margins, shown);
    List<Found> people = new ArrayList<>();
    List<Found> outlets = new ArrayList<>();
    found.addAll(shown);
    for (Found list : found) {
      List<String> names = new ArrayList<>();
      for (String name : list.names()) {
        if (!isOutlet(name, draft)) {
          names.add(fullest(name, shown, draft.page()));
        }
      }
      if (names.isEmpty()) {
        outlets.add(list);
      } else {
        people.add(new Found(list.rule(), List.copyOf(new LinkedHashSet<>(names))));
      }
    }
    people.addAll(outlets);
    return people;
  }

  /** A first name alone, where the byline, or a line of its own, shows it with its surname. */
  private static String fullest(String name, List<Found> shown, PageView page) {
    if (name.indexOf(' ') > 0 || !Character.isUpperCase(name.charAt(0))) {
      return name;
    }
    String first = name.toLowerCase(Locale.ROOT) + ' ';
    for (Found list : shown) {
      for (String longer : list.names()) {
        if (longer.toLowerCase(Locale.ROOT).startsWith(first)) {
          return longer;
        }
      }
    }
    for (Line line : page.lines()) {
      if (line.text().length() <= MAX_NAME
          && line.text().startsWith(name + ' ')
          && FULL_NAME.matcher(line.text()).matches()
          && NAMED.matcher(line.block().hint()).find()) {
        return line.text();
      }
    }
    return name;
  }

  private static boolean isOutlet(String name, Draft draft) {
    if (OUTLET.matcher(name).matches()) {
      return true;
    }
    String key = Keys.of(name);
    for (String site : draft.data().siteNames()) {
      if (Keys.of(site).equals(key)) {
        return true;
      }
    }
    String site = draft.article().getSite();
    int dot = site == null ? -1 : site.lastIndexOf('.');
    return dot > 0 && key.length() > 3 && Keys.of(site.substring(0, dot)).endsWith(key);
  }

  private static void agents(Draft draft, List<Found> found) {
    Set<String> names = new LinkedHashSet<>();
    String rule = "data:author";
    for (StructuredData.Agent agent : draft.data().agents("author")) {
      names.addAll(split(agent.name()));
      rule = agent.rule();
    }
    add(found, rule, names);
  }

  private static void metas(Draft draft, List<Found> found) {
    for (String meta : METAS) {
      Set<String> names = new LinkedHashSet<>();
      for (String value : draft.page().meta().all(meta)) {
        names.addAll(split(value));
      }
      add(found, "meta:" + meta, names);
    }
  }

  /** Names in elements whose class, rel or itemprop speaks of an author, near the headline. */
  private static void byClass(Margins margins, List<Found> found) {
    List<Line> lines = new ArrayList<>(margins.aroundHeadline());
    lines.addAll(margins.opening());
    for (Line line : lines) {
      if (line.text().length() > MAX_LINE) {
        continue;
      }
      Set<String> names = new LinkedHashSet<>();
      for (Span span : line.spans()) {
        if (namesAuthor(span)) {
          names.addAll(split(line.spaced(span)));
        }
      }
      if (names.isEmpty() && speaksOfAuthor(line.block().hint())) {
        names.addAll(split(line.spaced()));
      }
      add(found, "text:class", names);
    }
  }

  private static boolean namesAuthor(Span span) {
    String rel = span.element().attr("rel") + span.element().attr("itemprop");
    return span.leadsToAuthor() || rel.contains("author") || speaksOfAuthor(span.hint());
  }

  private static boolean speaksOfAuthor(String hint) {
    return HINT.matcher(hint).find() && !NO_HINT.matcher(hint).find();
  }

  /** Names in a line that begins with By. */
  private static void byLine(Margins margins, List<Found> found) {
    List<Line> lines = new ArrayList<>(margins.aroundHeadline());
    lines.addAll(margins.opening());
    lines.addAll(margins.closing());
    lines.addAll(margins.below().subList(0, Math.min(8, margins.below().size())));
    for (int i = 0; i < lines.size(); i++) {
      String text = byline(lines, i);
      Matcher by = BY.matcher(text);
      if (text.length() <= MAX_BYLINE && by.find()) {
        List<String> names = split(text);
        // A byline's first name is one; what follows may be anything.
        if (!names.isEmpty() && isCapitalised(names.get(0))) {
          add(
              found,
              "text:by",
              names.stream().filter(WesternBylines::isCapitalised).limit(4).toList());
        }
      }
    }
  }

  /** A line; with the next one, if it says By and no more. */
  private static String byline(List<Line> lines, int at) {
    String text = lines.get(at).spaced();
    Line next = text.length() <= LONGEST_BY ? Margins.after(lines, at) : null;
    return next != null && BY.matcher(text + ' ').replaceFirst("").isEmpty()
        ? text + ' ' + next.spaced()
        : text;
  }

  private static void add(List<Found> found, String rule, Iterable<String> names) {
    List<String> list = new ArrayList<>();
    names.forEach(list::add);
    // "Jane", linked inside "Jane Roe", is no second author.
    list.removeIf(
        name ->
            list.stream()
                .anyMatch(
                    other ->
                        other.length() > name.length()
                            && (" " + other + " ").contains(" " + name + " ")));
    if (!list.isEmpty()) {
      found.add(new Found(rule, List.copyOf(list)));
    }
  }

  /** The names in a byline, without By, roles, dates and addresses. */
  static List<String> split(String byline) {
    String text = byline.length() > 400 ? byline.substring(0, 400) : byline;
    text = ADDRESS.matcher(Text.squeeze(text)).replaceAll(" ").strip();
    text = CODE.matcher(text).replaceAll(" ").strip();
    text = BY.matcher(text).replaceFirst("").strip();
    Set<String> names = new LinkedHashSet<>();
    for (String part : SEPARATOR.split(text, 40)) {
      String name = BY.matcher(part.strip()).replaceFirst("");
      if (ROLE.matcher(name).matches()) {
        continue;
      }
      name = withoutTail(OPEN_BRACKET.matcher(name).replaceFirst(""));
      if (!DATE_OR_NUMBER.matcher(name).matches() && isName(name) && names.size() < MAX_NAMES) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /** "Rasender Reporter" is a pen name: what is left of a name has two words. */
  private static String withoutTail(String name) {
    String bare = strip(TAIL.matcher(name).replaceFirst(""));
    return bare.indexOf(' ') < 0 && PEN_NAME.matcher(name.strip()).matches() ? strip(name) : bare;
  }

  private static boolean isName(String name) {
    boolean prose = name.indexOf(' ') > 0 && (PROSE.matcher(name).matches() || beginsSmall(name));
    return name.length() >= 2
        && !prose
        && name.length() <= MAX_NAME
        && !NO_NAMES.contains(name.toLowerCase(Locale.ROOT))
        && name.codePoints().anyMatch(Character::isLetter)
        && name.split(" ", 10).length <= 6;
  }

  private static boolean beginsSmall(String name) {
    String first = name.substring(0, name.indexOf(' '));
    return first.codePoints().allMatch(Character::isLowerCase) && !PARTICLES.contains(first);
  }

  private static boolean isCapitalised(String name) {
    for (String word : name.split(" ", 10)) {
      if (!word.isEmpty()
          && Character.isLowerCase(word.codePointAt(0))
          && !PARTICLES.contains(word)) {
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
        && "《「".indexOf(text.charAt(start)) < 0) {
      start++;
    }
    while (end > start
        && !Character.isLetterOrDigit(text.charAt(end - 1))
        && ".》」".indexOf(text.charAt(end - 1)) < 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
