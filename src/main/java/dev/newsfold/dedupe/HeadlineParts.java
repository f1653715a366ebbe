package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folded headline without the marks that portals and agencies put around it, cut at the signs
 * that part it from site and channel names.
 *
 * @param segments what lies between separators, folded, none of them without letters
 * @param names site and channel names that were cut off its end
 * @param truncated whether it ends in an ellipsis
 * @param correction whether an agency marked it as a repeat, an update or a correction
 */
record HeadlineParts(
    List<String> segments, List<String> names, boolean truncated, boolean correction) {
  private static final int LIMIT = 400;

  /** 原标题：… at the very front. */
  private static final Pattern ORIGINAL = Pattern.compile("^原标题\\s{0,3}:");

  /** (图), (组图), [视频] and the like: what else the page shows. */
  private static final Pattern SHOWN =
      Pattern.compile("[(\\[](?:图|组图|多图|附图|图文|视频|组图\\+视频|含视频|photos?|video)[)\\]]");

  /** 【…】 at the front: the series a headline belongs to. */
  private static final Pattern SERIES = Pattern.compile("^\\s{0,3}【[^】]{1,30}】");

  /** What an agency puts before a repeat or a correction: CORRECTED -, UPDATE 2-, RPT-. */
  private static final Pattern REPEAT =
      Pattern.compile(
          "^[(\\[]?(?:corrected|correction|corrects|update|updated|rpt|repeat|refile|recast|wrapup)"
              + "[)\\]]?(?: ?\\d{1,2})? ?[-:] ?");

  /** The same in Chinese, in brackets or before a colon or a bar: (更正), 【勘误】, 订正： */
  private static final Pattern CORRECTED =
      Pattern.compile(
          "^(?:[(\\[【](?:更正|勘误|订正|修正|更新|重发|补正)(?:启事|说明)?[)\\]】] {0,3}[:|]?"
              + "|(?:更正|勘误|订正|重发|补正)(?:启事|说明)? {0,3}[:|])");

  /** The same behind a headline: …（更正）, … (corrected). */
  private static final Pattern CORRECTED_BEHIND =
      Pattern.compile(
          "[(\\[【](?:更正|勘误|订正|修正|补正|(?:更正|修正|订正)版|corrected|correction|updated?)[)\\]】]$");

  private static final Pattern ELLIPSIS = Pattern.compile("\\.{2,6}\\s{0,3}$");

  /** Signs that part a headline from names around it, wherever they stand. */
  private static final String HARD = "|丨_•›»«/∷";

  /** Dashes part only with space on both sides, or doubled. */
  private static final String DASHES = "-–—―:·>~";

  /** A name before a bar is a kicker if it is no longer than this many letters. */
  private static final int KICKER = 8;

  /** What is left without a mark must be a headline still. */
  private static final int SHORTEST = 4;

  /** A site's name is no longer than this. */
  private static final int SUFFIX = 24;

  /** How the names of Chinese sites and channels end. */
  private static final Set<String> NAME_ENDINGS =
      Set.of("网", "新闻", "日报", "晚报", "频道", "在线", "资讯", "客户端", "头条", "社", "台", "网站", "官网");

  private static final Pattern DOMAIN =
      Pattern.compile("(?:^|[\\s_])[a-z0-9-]{1,40}\\.(?:com|cn|net|org|de|co|uk|tv|fr|it|es|info)");

  static HeadlineParts of(String headline, SiteSuffixes suffixes, String site) {
    String text =
        FoldedText.plain(headline.length() > LIMIT ? headline.substring(0, LIMIT) : headline);
    text = ORIGINAL.matcher(text.strip()).replaceFirst("");
    text = SHOWN.matcher(text).replaceAll(" ").strip();
    boolean correction = false;
    for (Pattern mark : new Pattern[] {CORRECTED, CORRECTED_BEHIND}) {
      Matcher m = mark.matcher(text);
      if (m.find() && text.length() - (m.end() - m.start()) >= SHORTEST) {
        text = m.replaceFirst("").strip();
        correction = true;
      }
    }
    text = withoutFront(text, SERIES);
    for (Matcher m = REPEAT.matcher(text); m.find(); m = REPEAT.matcher(text)) {
      text = text.substring(m.end());
      correction = true;
    }
    List<String> segments = segments(text);
    List<String> names = new ArrayList<>();
    while (segments.size() > 1 && suffix(segments.get(segments.size() - 1), suffixes, site)) {
      names.add(segments.remove(segments.size() - 1));
    }
    String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    boolean truncated = ELLIPSIS.matcher(last).find();
    return new HeadlineParts(List.copyOf(segments), names, truncated, correction);
  }

  /** The whole headline as letters. */
  String key() {
    return FoldedText.letters(String.join(" ", segments));
  }

  /** What it may be about ({@link Grams#content}). */
  int[] content() {
    return Grams.content(FoldedText.letters(Numerals.unified(String.join(" | ", segments))));
  }

  private static String withoutFront(String text, Pattern front) {
    Matcher m = front.matcher(text);
    return m.find() && FoldedText.letters(text.substring(m.end())).length() >= 4
        ? text.substring(m.end()).strip()
        : text;
  }

  private static List<String> segments(String text) {
    List<String> segments = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      int width = separator(text, i);
      if (width > 0) {
        boolean bar = "|丨".indexOf(text.charAt(i)) >= 0;
        add(segments, text.substring(start, i), bar, text.substring(i + width));
        start = i + width;
        i = start - 1;
      }
    }
    add(segments, text.substring(start), false, "");
    return segments;
  }

  /** A short first segment before a bar is a kicker (视频丨…), and stays out. */
  private static void add(List<String> segments, String segment, boolean beforeBar, String rest) {
    String letters = FoldedText.letters(segment);
    if (letters.isEmpty()) {
      return;
    }
    boolean kicker =
        beforeBar
            && segments.isEmpty()
            && letters.length() <= KICKER
            && FoldedText.unspaced(letters.codePointAt(0))
            && FoldedText.letters(rest).length() >= 2 * letters.length();
    if (!kicker) {
      segments.add(segment.strip());
    }
  }

  /** Length of the separator at a place, 0 if there is none. */
  private static int separator(String text, int at) {
    char c = text.charAt(at);
    if (HARD.indexOf(c) >= 0) {
      return 1;
    }
    if (DASHES.indexOf(c) < 0) {
      return 0;
    }
    int end = at + 1;
    while (end < text.length() && text.charAt(end) == c) {
      end++;
    }
    boolean spaced =
        at > 0 && text.charAt(at - 1) == ' ' && end < text.length() && text.charAt(end) == ' ';
    boolean doubled = (c == '-' || c == ':') && end - at >= 2;
    // Between Han characters, or behind one, a hyphen is a dash.
    boolean han =
        c == '-'
            && at > 0
            && FoldedText.unspaced(text.charAt(at - 1))
            && end < text.length()
            && !Character.isDigit(text.charAt(end));
    return spaced || doubled || han ? end - at : 0;
  }

  private static boolean suffix(String segment, SiteSuffixes suffixes, String site) {
    String letters = FoldedText.letters(segment);
    if (suffixes.knows(site, letters) || DOMAIN.matcher(segment).find()) {
      return true;
    }
    return letters.length() <= SUFFIX && NAME_ENDINGS.stream().anyMatch(letters::endsWith);
  }
}
