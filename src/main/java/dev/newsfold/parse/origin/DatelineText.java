package dev.newsfold.parse.origin;

import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dateline that a body opens with: 新华社北京9月25日电, 参考消息网9月25日报道, 新京报讯, （法新社羅馬19日電）, 【明報專訊】,
 * WASHINGTON (AP) —, LONDON, Sept 25 (Reuters) -.
 *
 * @param day ISO 8601 with the year left out ({@code --09-25}), with year and month left out
 *     ({@code ---19}), or null
 * @param text as it stands in the body
 */
public record DatelineText(
    @Nullable String outlet, @Nullable String place, @Nullable String day, String text) {

  private static final int LONGEST = 80;
  private static final int MAX_MORE = 6;

  /** How outlets' names end, where a place may follow. */
  private static final Pattern OUTLET =
      Pattern.compile(
          "^.{0,14}?(?:"
              + Lexicon.anyOf("dateline-outlets.tsv", 3, "ending")
              + "|(?!"
              + Lexicon.anyOf("dateline-outlets.tsv", 3, "no network")
              + ")"
              + Lexicon.anyOf("dateline-outlets.tsv", 3, "network")
              + ")(?:[-—－·]\\p{IsHan}{2,8}"
              + Lexicon.anyOf("dateline-outlets.tsv", 3, "edition")
              + ")?");

  private static final Pattern PREFIX = Pattern.compile("^[\\s（(【〔\\[“]{0,3}");

  /** Desks and reporters stand in such brackets too. */
  private static final Pattern NO_OUTLET =
      Pattern.compile(
          Lexicon.anyOf("dateline-outlets.tsv", 3, "person")
              + "|"
              + Lexicon.anyOf("dateline-outlets.tsv", 3, "desk")
              + "$|^"
              + Lexicon.anyOf("dateline-outlets.tsv", 3, "remark")
              + "$");

  private static final Pattern WIRE = Pattern.compile(CreditWords.any("wire") + "$");
  private static final Pattern REPORTER = Pattern.compile(CreditWords.any("reporter") + ".*$");
  private static final Pattern ACCORDING = Pattern.compile("^" + DatelineShapes.STATED);

  /** How any outlet's name ends that sends news in its own name. */
  private static final Pattern LAST =
      Pattern.compile(Lexicon.anyOf("dateline-outlets.tsv", 3, "last") + "$");

  private static final Set<String> OWN = Lexicon.words("dateline-outlets.tsv", 3, "own");

  /** The dateline at the start of a body's text; null if it opens with none. */
  static @Nullable DatelineText read(String body) {
    String opening = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
    int line = opening.indexOf('\n');
    opening = line > 0 ? opening.substring(0, line) : opening;
    String plain = Text.plain(opening);
    DatelineText found = inPlain(plain);
    return found == null || plain.equals(opening) ? found : found.asWritten(plain, opening);
  }

  private DatelineText asWritten(String plain, String written) {
    return new DatelineText(
        outlet == null ? null : Text.asWritten(outlet, plain, written),
        place == null ? null : Text.asWritten(place, plain, written),
        day,
        Text.asWritten(text, plain, written));
  }

  private static @Nullable DatelineText inPlain(String opening) {
    Matcher prefix = PREFIX.matcher(opening);
    int start = prefix.find() ? prefix.end() : 0;
    String text = opening.substring(start);
    Matcher m = DatelineShapes.PLACED.matcher(opening);
    if (m.find() && Agencies.at(m.group(1), 0) == null && !OUTLET.matcher(m.group(1)).find()) {
      return new DatelineText(null, m.group(1), day(null, m.group(2), m.group(3)), m.group());
    }
    m = DatelineShapes.BRACKETED.matcher(opening);
    if (m.find() && !NO_OUTLET.matcher(m.group(1)).find()) {
      return new DatelineText(m.group(1), null, day(m.group(2), m.group(3), m.group(4)), m.group());
    }
    m = DatelineShapes.WITHOUT_DAY.matcher(text);
    if (m.find() && isOutlet(m.group(1))) {
      return new DatelineText(m.group(1), null, day(null, m.group(2), m.group(3)), m.group());
    }
    m = DatelineShapes.WITH_DAY.matcher(text);
    if (m.find()) {
      DatelineText dated = dated(m);
      if (dated != null) {
        return dated;
      }
    }
    m = DatelineShapes.FROM_PLACE.matcher(text);
    if (m.find() && isOutlet(m.group(1))) {
      return new DatelineText(m.group(1), m.group(2), null, m.group());
    }
    m = DatelineShapes.NO_MORE.matcher(text);
    if (m.find() && isCertain(m.group(1), m.group(2))) {
      return new DatelineText(m.group(1), null, null, m.group());
    }
    return WesternDateline.read(opening);
  }

  /** 央视网消息： names an outlet; 据甲报消息 quotes one, and 这条消息 is none. */
  private static boolean isCertain(String name, String word) {
    String agency = Agencies.at(name, 0);
    if (agency != null) {
      return agency.length() == name.length();
    }
    Matcher m = OUTLET.matcher(name);
    boolean outlet = m.find() && m.end() == name.length();
    return outlet && !WIRE.matcher(word).find() && name.length() > 2 || OWN.contains(name);
  }

  private static @Nullable DatelineText dated(Matcher m) {
    String who = m.group(1);
    boolean according = ACCORDING.matcher(who).find();
    // 据新华社北京9月25日电 is a dateline; 据甲报9月25日报道 quotes another outlet.
    if (according && !WIRE.matcher(m.group()).find()) {
      return null;
    }
    who = according ? who.substring(1) : who;
    String reporter = "";
    Matcher named = REPORTER.matcher(who);
    if (named.find()) {
      reporter = named.group();
      who = who.substring(0, named.start());
    }
    String agency = Agencies.at(who, 0);
    int cut = agency == null ? 0 : agency.length();
    if (agency == null) {
      Matcher outlet = OUTLET.matcher(who);
      if (!outlet.find()) {
        return null;
      }
      cut = outlet.end();
      // 参考消息网, 新浪新闻科技: a name may hold more than one sign of an outlet.
      Matcher more = OUTLET.matcher(who.substring(cut));
      while (more.find() && more.end() <= MAX_MORE) {
        cut += more.end();
        more = OUTLET.matcher(who.substring(cut));
      }
    }
    String place = who.substring(cut).strip();
    if (place.length() > 12) {
      return null;
    }
    if (place.isEmpty() && !reporter.isEmpty()) {
      place = reporter.length() > 5 ? reporter.substring(5).strip() : "";
    }
    return new DatelineText(
        who.substring(0, cut),
        place.isEmpty() ? null : place,
        day(m.group(2), m.group(3), m.group(4)),
        m.group());
  }

  private static boolean isOutlet(String name) {
    Matcher m = OUTLET.matcher(name);
    return m.find() && (m.end() == name.length() || name.length() <= 8)
        || OWN.contains(name)
        || LAST.matcher(name).find();
  }

  static @Nullable String day(@Nullable String year, @Nullable String month, @Nullable String day) {
    if (day == null) {
      return null;
    }
    int d = Integer.parseInt(day);
    int m = month == null ? 0 : Integer.parseInt(month);
    if (d < 1 || d > 31 || m > 12) {
      return null;
    }
    String twoDigits = (d < 10 ? "0" : "") + d;
    if (month == null) {
      return "---" + twoDigits;
    }
    String monthAndDay = (m < 10 ? "0" : "") + m + '-' + twoDigits;
    return year == null ? "--" + monthAndDay : year + '-' + monthAndDay;
  }
}
