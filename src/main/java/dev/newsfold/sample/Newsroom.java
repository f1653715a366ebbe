package dev.newsfold.sample;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the story that is first printed on a page. */
final class Newsroom {

  private static final double ENGLISH_SHARE = 0.34;
  private static final double BRIEF_SHARE = 0.05;
  private static final int FEWEST = 3;
  private static final int MOST = 12;
  private static final int COLUMN_SIZE = 3;

  /** Characters after which a story comes to its close. */
  private static final int LONG_ENOUGH_CHINESE = 1150;

  private static final int LONG_ENOUGH_ENGLISH = 3200;

  private static final List<String> SECTIONS =
      List.of(
          "finance", "city", "science", "school", "culture", "sport", "health", "world", "country",
          "farm");

  private final Plan plan;
  private final long seed;
  private final LocalDate firstDay;
  private final int days;
  private final Grammar chinese = Grammar.resource("chinese.grammar");
  private final Grammar english = Grammar.resource("english.grammar");

  Newsroom(Plan plan, SampleOptions options) {
    this.plan = plan;
    this.seed = options.seed();
    this.firstDay = options.firstDay();
    this.days = options.days();
  }

  /** The beginnings of the story first printed on page {@code number}. */
  Opening opening(long number) {
    Dice dice = Dice.of(seed, number, Dice.Purpose.STORY);
    return opening(number, dice.chance(ENGLISH_SHARE), plan.role(number) == Role.COLUMN, dice);
  }

  /** The beginnings of a story that no page of the sample prints. */
  Opening unprinted(long number, boolean isEnglish) {
    return opening(number, isEnglish, false, Dice.of(seed, number, Dice.Purpose.STORY));
  }

  private Opening opening(long number, boolean isEnglish, boolean isColumn, Dice dice) {
    Grammar grammar = isEnglish ? english : chinese;
    Outlet outlet = dice.pick(isEnglish ? Outlets.ENGLISH_OUTLETS : Outlets.CHINESE_OUTLETS);
    OffsetDateTime time =
        firstDay
            .plusDays(dice.below(days))
            .atTime(dice.between(6, 22), dice.below(60), dice.below(60))
            .atOffset(outlet.zone());
    @Nullable String column = isColumn ? new Telling(grammar, "", dice).tell("column") : null;
    String section =
        column == null ? dice.pick(SECTIONS) : new Telling(grammar, column, dice).tell("section");
    Telling telling = telling(grammar, isEnglish, column == null ? section : column, dice, time);
    String headline = polish(outlet.language(), telling.tell("headline"));
    return new Opening(
        number,
        outlet,
        section,
        grammar.label(section),
        time,
        headline,
        column == null ? size(dice) : COLUMN_SIZE,
        column,
        telling);
  }

  /** Paragraphs of a story: one for a brief, else a few more often than many. */
  private static int size(Dice dice) {
    return dice.chance(BRIEF_SHARE)
        ? 1
        : (dice.between(FEWEST, MOST - 1) + dice.between(FEWEST, MOST + 1)) / 2;
  }

  /** The story in full. */
  Story story(Opening opening) {
    Telling telling = opening.telling();
    Dice dice = telling.dice();
    Language language = opening.outlet().language();
    boolean isEnglish = language == Language.ENGLISH;
    List<String> editors = new ArrayList<>();
    for (int i = isEnglish ? 2 : dice.below(3); i < 2; i++) {
      String number = dice.chance(0.4) ? " CH" + dice.between(100, 999) : "";
      editors.add(telling.tell("person") + number);
    }
    if (opening.column() != null) {
      List<String> text = new ArrayList<>();
      for (String paragraph : telling.tell("body").split("¶", -1)) {
        text.add(polish(language, paragraph));
      }
      return new Story(
          opening,
          text,
          null,
          List.of(),
          List.of(),
          List.of(),
          editors,
          null,
          null,
          opening.headline());
    }
    List<String> agencies = new ArrayList<>();
    List<String> text = paragraphs(opening, agencies);
    List<String> people = new ArrayList<>();
    for (int i = dice.chance(0.4) ? 2 : 1; i > 0; i--) {
      people.add(telling.tell("person"));
    }
    boolean inText = !isEnglish && dice.chance(0.4);
    @Nullable Dateline dateline =
        Datelines.of(opening, telling, inText ? people : List.of(), dice.below(100));
    boolean named = inText && dateline != null && dateline.text().contains(people.get(0));
    return new Story(
        opening,
        text,
        dateline,
        named ? people : List.of(),
        !named && dice.chance(0.6) ? people : List.of(),
        agencies,
        editors,
        dice.chance(0.3) ? polish(language, telling.tell("topic")) : null,
        dice.chance(0.7) ? opening.outlet().name() : null,
        polish(language, telling.tell("summary")));
  }

  private List<String> paragraphs(Opening opening, List<String> agencies) {
    Telling telling = opening.telling();
    Dice dice = telling.dice();
    Language language = opening.outlet().language();
    if (opening.isBrief()) {
      return List.of(polish(language, telling.tell("brief")));
    }
    int enough = language == Language.ENGLISH ? LONG_ENOUGH_ENGLISH : LONG_ENOUGH_CHINESE;
    List<String> text = new ArrayList<>();
    text.add(polish(language, telling.tell("lead")));
    int written = text.get(0).length();
    int quoted = dice.chance(0.3) ? dice.between(1, 2) : 0;
    while (text.size() < opening.size() - 1 && written < enough) {
      String paragraph = polish(language, telling.tell("paragraph"));
      if (agencies.size() < quoted) {
        paragraph = Agencies.quote(opening, telling, paragraph, agencies);
      }
      text.add(paragraph);
      written += paragraph.length();
    }
    text.add(polish(language, telling.tell("close")));
    return text;
  }

  private static Telling telling(
      Grammar grammar, boolean isEnglish, String section, Dice dice, OffsetDateTime time) {
    Telling telling = new Telling(grammar, section, dice);
    if (isEnglish) {
      telling.bind("M", time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      telling.bind("W", time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    } else {
      telling.bind("M", Integer.toString(time.getMonthValue()));
    }
    return telling
        .bind("D", Integer.toString(time.getDayOfMonth()))
        .bind("D0", Integer.toString(time.minusDays(1).getDayOfMonth()));
  }

  /** English sentences begin with a capital and have curly quotes, wherever the words came from. */
  static String polish(Language language, String text) {
    return language == Language.ENGLISH ? English.polish(text) : text;
  }
}
