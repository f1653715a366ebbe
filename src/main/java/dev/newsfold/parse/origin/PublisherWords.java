package dev.newsfold.parse.origin;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.Text;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words around the names of sites, from {@code lexicon/publishers.tsv}. */
final class PublisherWords {
  /** What opens a line that says whose a page is. */
  static final PrefilteredPattern COPYRIGHT = words("copyright");

  /** Where the name in such a line ends at the latest. */
  static final Pattern REST = pattern("rest", "(?<![\\p{L}])%s");

  /** The years of a notice, and what stands between them and the owner's name. */
  static final Pattern YEARS =
      pattern(
          "owner",
          "^[\\s:：,.|·©-]*+(?:(?:19|20)\\d\\d(?:\\s?[-–—/,]\\s?(?:(?:19|20)?\\d\\d|\\p{L}{4,8}))?)?+"
              + "[\\s:：,.|·©-]*+(?:%s\\s++)?");

  /** Says that somebody has all rights, before the name or behind it. */
  static final PrefilteredPattern RIGHTS = words("rights");

  /** 某某网版权所有: the name stands in front. */
  static final Pattern OWNED = pattern("owned", "([\\p{IsHan}A-Za-z0-9·]{2,16})\\s?%s");

  /** 本文系甲网独家稿件, 著作权归甲网所有: whose a text is. */
  static final Pattern OWN =
      Pattern.compile(
          Lexicon.anyOf("publishers.tsv", 3, "own")
              + "([\\p{IsHan}A-Za-z0-9·]{2,12}?)(?:\\s?[a-z0-9.]{4,30}\\s?)?"
              + Lexicon.anyOf("publishers.tsv", 3, "own end"));

  /** 甲网手机版: the edition behind the name. */
  static final Pattern DEVICE = pattern("device", "(?<=.{2})%s$");

  /** 甲报数字报: the same, of the pages of a paper; 晨钟电子报 without it is no paper. */
  static final Pattern EDITION = pattern("edition", "(?<=.{2}[报報])%s$");

  /** 甲网首页: what a link to the home page says behind the name. */
  static final Pattern HOME =
      Pattern.compile(
          "(?<=.{2})" + Lexicon.anyOf("navigation.tsv", 3, "home page", "home page of any") + "$");

  /** A title may end with its author. */
  private static final Pattern AUTHOR = pattern("author", "^%s\\s.*");

  private static final Pattern ITSELF = pattern("itself", "%s");

  private static final Set<String> NO_NAMES = Lexicon.words("publishers.tsv", 3, "none");

  /** Sections that most papers have; no Chinese site is called by one. */
  private static final Set<String> SECTIONS = Lexicon.words("navigation.tsv", 3, "section");

  private static final Pattern COMPANY =
      pattern("company", "(?<![\\p{L}&&[^\\p{IsHan}]])%s(?![\\p{L}&&[^\\p{IsHan}]])");

  /** What stands around a name in the words that replace a picture of it. */
  static final Pattern LOGO =
      pattern(
          "logo",
          "^%1$s(?![\\p{L}&&[^\\p{IsHan}]])[\\s:-]*+|(?<![\\p{L}&&[^\\p{IsHan}]])[\\s-]*+%1$s$");

  /** Words of pictures that are none of a name. */
  static final Pattern NO_LOGO =
      pattern("no logo", "(?<![\\p{L}&&[^\\p{IsHan}]])%s(?![\\p{L}&&[^\\p{IsHan}]])");

  /** How Chinese outlets are named: 某某日报, 某某新闻网; and what ends so and is none: 互联网, 财报. */
  private static final Pattern OUTLET =
      pattern("outlet", "\\p{IsHan}{1,12}%s(?:\\s[\\p{IsLatin}\\s.]{2,20})?");

  private static final Pattern NO_OUTLET = pattern("no outlet", ".*%s");

  private PublisherWords() {}

  /** True for a Chinese name that ends as those of outlets do. */
  static boolean namesOutlet(String name) {
    return OUTLET.matcher(name).matches() && !NO_OUTLET.matcher(name).matches();
  }

  /** True for the name of a company, such as one that runs the site. */
  static boolean namesCompany(String name) {
    return COMPANY.matcher(name).find();
  }

  /** True for a text that says who wrote something: by Jane Doe. */
  static boolean namesAuthor(String text) {
    return AUTHOR.matcher(text).matches();
  }

  /** True for what a site calls itself in place of a name: 本网. */
  static boolean isItself(String name) {
    return ITSELF.matcher(name).lookingAt();
  }

  /** True for a section that most papers have. */
  static boolean isSection(String name) {
    return SECTIONS.contains(Text.plain(name).toLowerCase(Locale.ROOT));
  }

  /** True for what templates print in place of a name. */
  static boolean isNoName(String name) {
    return NO_NAMES.contains(name.toLowerCase(Locale.ROOT))
        || Text.hasHan(name) && SECTIONS.contains(Text.plain(name));
  }

  private static PrefilteredPattern words(String kind) {
    return PrefilteredPattern.of(
        Lexicon.anyOf("publishers.tsv", 3, kind), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Pattern pattern(String kind, String around) {
    return Pattern.compile(
        String.format(Locale.ROOT, around, Lexicon.anyOf("publishers.tsv", 3, kind)),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
