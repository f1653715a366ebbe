package dev.newsfold.parse.origin;

import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads whose a page is in one line of its foot: © 2021 Lake Gazette, Lake Gazette © 2021, All
 * rights reserved Lake Gazette, 云溪网版权所有.
 */
final class RightsNotice {
  private static final Pattern NAME_ENDS =
      Pattern.compile(
          "[|·•│,，;；。()（）\\[\\]©®™:：]|\\s[-–—]\\s|(?<!\\b\\p{Lu}\\p{Ll}?)\\.\\s|\\.\\s*$|(?<![A-Za-z])\\d{4}"
              + "|\\s\\p{IsHan}{1,2}(?i:ICP)");

  /** 云 溪 网 版 权 所 有: set wide, with a blank behind each character. */
  private static final Pattern WIDE = Pattern.compile("(?:\\p{IsHan} ){4}");

  private static final Pattern BLANK_IN_HAN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

  /** Lake Gazette © 2021: what stands before the sign, and what begins behind it. */
  private static final Pattern AHEAD = Pattern.compile("[\\p{Lu}\\p{IsHan}][^|©(]{1,60}");

  private static final Pattern YEAR = Pattern.compile("[\\s.|,-]*+(?:19|20)\\d\\d.*");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]*+");

  /** A word of prose: names have such only between others. */
  private static final Pattern PROSE = Pattern.compile("(?<![\\p{L}'’])\\p{Ll}{4,}");

  /** Photo by Jane Roe © 2020: whose a picture is. */
  private static final Pattern PICTURE =
      Pattern.compile(
          Lexicon.anyOf(Label.PICTURE.words()) + "(?!\\p{L})", Pattern.CASE_INSENSITIVE);

  private RightsNotice() {}

  /** True for a line that says whose a page is, or that somebody has all rights. */
  static boolean is(String line) {
    String text = text(line);
    return PublisherWords.COPYRIGHT.isIn(text) || PublisherWords.RIGHTS.isIn(text);
  }

  /** The names that a line gives so, most certain first. */
  static List<String> names(String line) {
    List<String> names = new ArrayList<>();
    String text = text(line);
    Matcher owned = PublisherWords.OWNED.matcher(text);
    if (owned.find()) {
      names.add(owned.group(1));
    }
    Matcher sign = PublisherWords.COPYRIGHT.find(text);
    if (sign != null) {
      int start = sign.start();
      int from = sign.end();
      Matcher next = PublisherWords.COPYRIGHT.find(text, from);
      while (next != null && Text.squeeze(text.substring(from, next.start())).isEmpty()) {
        from = next.end();
        next = PublisherWords.COPYRIGHT.find(text, from);
      }
      String rest = PublisherWords.YEARS.matcher(text.substring(from)).replaceFirst("");
      add(names, upTo(NAME_ENDS, upTo(PublisherWords.REST, rest)));
      if (names.isEmpty() && isOver(text.substring(from), rest)) {
        ahead(names, text.substring(0, start).strip());
      }
    }
    Matcher rights = PublisherWords.RIGHTS.find(text);
    if (names.isEmpty() && rights != null && isBare(text.substring(rights.end()))) {
      behind(names, text.substring(rights.end()));
    }
    return names;
  }

  /** What stands behind a stop: All rights reserved. Lake Gazette; it may be anything. */
  static List<String> behindStop(String line) {
    List<String> names = new ArrayList<>();
    String text = text(line);
    Matcher rights = PublisherWords.RIGHTS.find(text);
    if (rights != null) {
      behind(names, text.substring(rights.end()));
    }
    return names;
  }

  private static boolean isBare(String rest) {
    return rest.startsWith(" ") && !rest.startsWith(" -") && !rest.startsWith(" |");
  }

  private static void behind(List<String> names, String rest) {
    String name =
        upTo(
            NAME_ENDS,
            upTo(PublisherWords.REST, PublisherWords.YEARS.matcher(rest).replaceFirst("")));
    if (!PROSE.matcher(name).find()) {
      add(names, name);
    }
  }

  /** True if years or the reservation of all rights is all that follows the sign. */
  private static boolean isOver(String behind, String withoutYears) {
    return YEAR.matcher(behind).matches()
        && NO_LETTERS.matcher(upTo(PublisherWords.REST, withoutYears)).matches();
  }

  private static void ahead(List<String> names, String before) {
    if (AHEAD.matcher(before).matches()
        && !PROSE.matcher(before).find()
        && !PICTURE.matcher(before).lookingAt()) {
      add(names, upTo(NAME_ENDS, before));
    }
  }

  private static void add(List<String> names, String found) {
    String name = found.strip();
    boolean letter = Keys.of(name).length() < 3 && !Text.hasHan(name);
    if (!letter && !PublisherWords.namesCompany(name)) {
      names.add(name);
    }
  }

  private static String text(String line) {
    return WIDE.matcher(line).lookingAt() ? BLANK_IN_HAN.matcher(line).replaceAll("") : line;
  }

  private static String upTo(Pattern end, String text) {
    Matcher m = end.matcher(text);
    return m.find() ? text.substring(0, m.start()) : text;
  }
}
