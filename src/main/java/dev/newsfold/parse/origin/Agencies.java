package dev.newsfold.parse.origin;

import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * News agencies: one name each, whatever a page calls them. The name is the one that Chinese pages
 * use; agencies that Chinese pages call by their letters keep those. The table is {@link #TABLE}.
 */
final class Agencies {
  /** One name, then its other names. */
  private static final String[][] TABLE = {
    {"新华社", "新华通讯社", "新华网电", "Xinhua"},
    {"中新社", "中国新闻社"},
    {"中通社", "香港中通社"},
    {"中央社", "中央通讯社", "Central News Agency"},
    {"共同社", "共同通信社", "共同通信", "日本共同社", "Kyodo"},
    {"时事社", "时事通讯社", "时事通信社", "时事通信", "Jiji"},
    {"韩联社", "韩联通讯社", "韩国联合通讯社", "Yonhap"},
    {"朝中社", "朝鲜中央通讯社", "朝通社", "KCNA"},
    {"法新社", "法国新闻社", "法新网", "AFP", "Agence France-Presse"},
    {"路透社", "路透", "路透电", "Reuters"},
    {"美联社", "AP", "Associated Press"},
    {"合众国际社", "UPI"},
    {"彭博社", "彭博新闻社", "彭博通讯社", "彭博资讯", "彭博", "Bloomberg"},
    {"道琼斯", "道琼社", "道琼斯通讯社", "Dow Jones Newswires"},
    {"德新社", "dpa", "DPA", "Deutsche Presse-Agentur"},
    {"奥新社", "APA"},
    {"瑞士通讯社", "Keystone-SDA"},
    {"安莎社", "安沙社", "ANSA"},
    {"埃菲社", "埃菲通讯社", "EFE"},
    {"欧联社", "欧洲新闻图片社"},
    {"塔斯社", "俄通社-塔斯社", "俄塔社", "TASS", "ТАСС"},
    {"俄新社", "RIA Novosti", "РИА Новости"},
    {"俄罗斯卫星通讯社", "卫星通讯社", "卫星社", "Sputnik"},
    {"国际文传电讯社", "国际文传通讯社", "Interfax"},
    {"乌通社", "乌克兰国家通讯社", "Ukrinform"},
    {"阿纳多卢通讯社", "土耳其阿纳多卢通讯社", "Anadolu"},
    {"伊通社", "伊朗伊斯兰共和国通讯社", "伊斯兰共和国通讯社", "IRNA"},
    {"法尔斯通讯社", "法斯通讯社"},
    {"叙通社", "阿拉伯叙利亚通讯社", "SANA"},
    {"沙通社", "沙特通讯社"},
    {"中东社", "中东通讯社"},
    {"印度报业托拉斯", "Press Trust of India"},
    {"亚洲国际通讯社", "印度亚洲国际新闻社"},
    {"越通社", "越南通讯社", "VNA"},
    {"老通社", "巴特寮通讯社"},
    {"柬新社"},
    {"马新社", "Bernama"},
    {"安塔拉通讯社", "安打拉通讯社", "Antara"},
    {"哈通社", "哈萨克国际通讯社", "Kazinform"},
    {"蒙通社", "蒙古国家通讯社", "Montsame"},
    {"泛通社", "泛非通讯社"},
    {"拉美社", "拉丁美洲通讯社", "Prensa Latina"},
    {"加通社", "加拿大通讯社", "The Canadian Press"},
    {"澳联社", "澳大利亚联合新闻社", "AAP"},
    {"葡新社", "卢萨社", "Lusa"},
    {"波通社", "波兰通讯社", "PAP"},
    {"东通社"},
    {"中評社"},
  };

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  /**
   * Aliases by their first character, longest first: a regex of them all costs more than a page.
   */
  private static final String[][] BY_START = new String[Character.MAX_VALUE + 1][];

  private static final String[] NONE = {};

  static {
    Map<Character, List<String>> byStart = new HashMap<>();
    for (String[] agency : TABLE) {
      for (String written : agency) {
        String alias = Text.plain(written);
        if (NAMES.putIfAbsent(alias, agency[0]) == null) {
          byStart.computeIfAbsent(alias.charAt(0), c -> new ArrayList<>()).add(alias);
        }
      }
    }
    Arrays.fill(BY_START, NONE);
    byStart.forEach(
        (start, aliases) -> {
          aliases.sort(Comparator.comparingInt(String::length).reversed().thenComparing(a -> a));
          BY_START[start] = aliases.toArray(NONE);
        });
  }

  /** What stands before a quoted agency: 据…, 综合…. */
  private static final Pattern ACCORDING =
      Pattern.compile("(?:据|综合|援引|引述|引用|引|援|转引)[^。；！？\\n]{0,10}$");

  /** What stands behind one: …社北京9月13日电, …社报道, …社消息. */
  private static final Pattern REPORTS =
      Pattern.compile(
          "^[^。；！？，,、“”\\n]{0,16}?(?:报道|报导|消息|讯(?!问|号|息)|电(?!话|视|台|子|影|脑|动|池|力|价|网|邮|商|信|讯)|月度调查"
              + "|调查显示)");

  private static final Pattern IN_BRACKETS = Pattern.compile("[(（]\\s{0,2}$");
  private static final Pattern LATIN_REPORTS =
      Pattern.compile(
          "^(?:[)）]|['’]s?\\s)?\\s{0,2}(?:[-–—]|reported|reports|said|quoted|berichte|meldet|news agency|via|according)");
  private static final Pattern LATIN_TOLD =
      Pattern.compile(
          "(?:according to|told|reported by|by|laut|sagte der|selon|à l['’])\\s(?:the\\s)?$");

  private static final int MAX_TEXT = 100_000;
  private static final int BEFORE = 16;
  private static final int AFTER = 30;

  private Agencies() {}

  /** The one name of an agency; null if this is no name of an agency. */
  static @Nullable String name(String alias) {
    return NAMES.get(Text.plain(alias));
  }

  /**
   * The agency named at a position of a {@link Text#plain} text, as it is called there; null if
   * none.
   */
  static @Nullable String at(String text, int start) {
    if (start >= text.length()) {
      return null;
    }
    for (String alias : BY_START[text.charAt(start)]) {
      if (text.startsWith(alias, start)
          && (alias.charAt(0) >= 0x80
              || (!isWordPart(text, start - 1) && !isWordPart(text, start + alias.length())))) {
        return alias;
      }
    }
    return null;
  }

  /** Agencies that a text quotes as its source, by their one name, in order of appearance. */
  static List<String> quoted(String text) {
    String body = Text.plain(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
    Set<String> quoted = new LinkedHashSet<>();
    int i = 0;
    while (i < body.length()) {
      String alias = at(body, i);
      if (alias == null) {
        i++;
        continue;
      }
      String name = NAMES.getOrDefault(alias, alias);
      if (!quoted.contains(name) && isQuoted(body, i, i + alias.length())) {
        quoted.add(name);
      }
      i += alias.length();
    }
    return List.copyOf(quoted);
  }

  private static boolean isWordPart(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }

  private static boolean isQuoted(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - BEFORE), start);
    String after = text.substring(end, Math.min(text.length(), end + AFTER));
    if (text.charAt(start) < 0x80) {
      return (IN_BRACKETS.matcher(before).find() && after.startsWith(")"))
          || LATIN_REPORTS.matcher(after).find()
          || LATIN_TOLD.matcher(before).find()
          || ACCORDING.matcher(before).find();
    }
    if (after.startsWith("记者")) {
      return false;
    }
    return ACCORDING.matcher(before).find() || REPORTS.matcher(after).find();
  }
}
