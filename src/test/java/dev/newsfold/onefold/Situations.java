package dev.newsfold.onefold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a corpus is made of: each method adds the captures of one thing that has gone wrong. */
final class Situations {
  static final LocalDate FIRST_DAY = LocalDate.of(2024, 11, 20);

  private static final int SITES = 25;

  private final List<InventedPage> pages = new ArrayList<>();
  private final Random dice;
  private final Words words;
  private int addresses;

  private Situations(long seed) {
    dice = new Random(seed);
    words = new Words(seed * 7919);
  }

  /** The captures of a seed, of all situations; some 210. */
  static List<InventedPage> of(long seed) {
    Situations all = new Situations(seed);
    all.chain();
    all.columnWiderThanTheHorizon();
    all.lateOriginals();
    all.headlineThatBecomesGeneric();
    all.template();
    all.recaptures();
    all.undated();
    all.deliveredTwice();
    all.suffixThatBecomesKnown();
    all.bodyThatTurnsOutAsFurniture();
    all.copies();
    all.unrelated();
    all.addressesThatMove();
    return List.copyOf(all.pages);
  }

  /** Each text is like those before and after it, and like no other. */
  private void chain() {
    int links = 40 + dice.nextInt(4);
    List<String> text = words.sentences(25 + 3 * links);
    String headline = words.headline();
    List<Integer> days = new ArrayList<>();
    IntStream.range(0, links).forEach(i -> days.add(i % Corpus.DAYS));
    Collections.shuffle(days, dice);
    for (int i = 0; i < links; i++) {
      add(days.get(i), site(), headline, text.subList(3 * i, 3 * i + 25), at(days.get(i)));
    }
  }

  /** One headline over 25 days: on its last day it has been there on three, with other texts. */
  private void columnWiderThanTheHorizon() {
    for (boolean withBody : new boolean[] {true, false}) {
      String headline = words.headline();
      String site = site();
      List<String> last = words.body();
      add(0, site, headline, words.body(), at(-24));
      add(dice.nextInt(2), site, headline, words.body(), at(-12));
      add(2, site, headline, last, at(1));
      List<String> other = withBody ? last.subList(0, last.size() * 6 / 10) : List.of();
      add(3, otherThan(site), headline, other, at(1));
    }
  }

  /** Two texts that only the original is like both of; it comes after them and was there before. */
  private void lateOriginals() {
    for (int i = 0; i < 5; i++) {
      List<String> text = words.sentences(24);
      add(1, site(), words.headline(), text.subList(4, 24), at(1));
      add(3, site(), words.headline(), text.subList(0, 20), at(3));
      add(4, site(), words.headline(), text, at(i % 2 == 0 ? 0 : -3));
    }
  }

  /** Until its third day the headline tells what the article is. */
  private void headlineThatBecomesGeneric() {
    String headline = words.headline();
    for (int day = 0; day < 4; day++) {
      add(day, site(), headline, words.body(), at(day));
      if (day != 2) {
        add(day, site(), headline, List.of(), at(day));
      }
    }
  }

  /** A bulletin of each day, on two sites: the numbers are all that tells one from the next. */
  private void template() {
    List<String> text = words.sentences(10);
    String headline = "湖滨水情通报" + words.headline();
    String[] sites = {site(), site()};
    for (int day = 0; day < Corpus.DAYS; day++) {
      List<String> issue = new ArrayList<>(text);
      issue.add(0, "湖滨水位" + (100 + dice.nextInt(800)) + "厘米，流量" + dice.nextInt(9000) + "立方米。");
      for (String site : sites) {
        add(day, site, headline, issue, at(day));
      }
    }
  }

  private void recaptures() {
    for (int i = 0; i < 2; i++) {
      String headline = words.headline();
      List<String> text = words.body();
      // The same text again, and a copy of it in between.
      InventedPage same = add(0, site(), headline, text, at(0));
      add(1, site(), headline, text, at(1));
      again(same, 2, same.headline(), same.body(), at(0));
      // A copy that gets a text of its own, and a text of its own that becomes a copy.
      InventedPage leaves = add(0, site(), words.headline(), text, at(0));
      again(leaves, 3, leaves.headline(), words.body(), at(0));
      InventedPage joins = add(1, site(), words.headline(), words.body(), at(1));
      again(joins, 4, joins.headline(), text, at(1));
      // Another headline over the same text.
      InventedPage renamed = add(1, site(), words.headline(), words.body(), at(1));
      again(renamed, 2, words.headline(), renamed.body(), at(1));
      // Another publish time: of an article alone, and of the first of three.
      InventedPage moved = add(0, site(), words.headline(), words.body(), at(0));
      again(moved, 3, moved.headline(), moved.body(), at(2));
      InventedPage first = add(0, site(), words.headline(), words.body(), at(-2));
      add(1, site(), first.headline(), first.body(), at(1));
      add(2, site(), first.headline(), first.body(), at(2));
      again(first, 4, first.headline(), first.body(), at(3));
      // No article any more, in the middle and at the end.
      InventedPage gone = add(i, site(), words.headline(), words.body(), at(i));
      again(gone, 2, "", List.of(), null);
      if (i > 0) {
        again(gone, 4, gone.headline(), words.body(), at(i));
      }
    }
  }

  private void undated() {
    List<String> text = words.body();
    String headline = words.headline();
    add(0, site(), headline, text, null);
    add(2, site(), headline, text, null);
    add(4, site(), headline, text, at(1));
    add(3, site(), words.headline(), words.body(), null);
  }

  private void deliveredTwice() {
    InventedPage page = add(1, site(), words.headline(), words.body(), at(1));
    pages.add(page);
    pages.add(page.deliveredOn(2));
    InventedPage error = add(0, site(), "", List.of(), null);
    pages.add(error.deliveredOn(1));
  }

  /** What stands behind a headline is the site's name once three headlines have it. */
  private void suffixThatBecomesKnown() {
    String name = "_柳岸拾遗";
    String site = site();
    String first = words.headline();
    add(0, site, first + name, List.of(), at(0));
    add(0, otherThan(site), first, words.body(), at(0));
    add(1, otherThan(site), first, List.of(), at(0));
    for (int day = 1; day < 4; day++) {
      add(day, site, words.headline() + name, words.body(), at(day));
    }
  }

  /** One text of a site under one headline after the other; the articles stand elsewhere. */
  private void bodyThatTurnsOutAsFurniture() {
    String site = site();
    List<String> committable = words.sentences(7);
    for (int day = 0; day < 4; day++) {
      String headline = words.headline();
      add(day, site, headline, committable, at(day));
      add(day, otherThan(site), headline, words.body(), at(day));
    }
  }

  private void copies() {
    for (int i = 0; i < 12; i++) {
      String headline = words.headline();
      List<String> text = words.body();
      int day = dice.nextInt(3);
      for (int copy = 0; copy < 2 + dice.nextInt(3); copy++) {
        List<String> edited =
            new ArrayList<>(dice.nextBoolean() ? text : text.subList(0, text.size() - 1));
        if (dice.nextInt(3) == 0) {
          edited.add(0, "青柳社湖滨讯，");
        }
        int later = Math.min(Corpus.DAYS - 1, day + dice.nextInt(3));
        String shown = dice.nextInt(4) == 0 ? headline + "（图）" : headline;
        add(later, site(), shown, edited, at(day + Math.min(copy, later - day)));
      }
    }
  }

  private void unrelated() {
    for (int i = 0; i < 30; i++) {
      int day = dice.nextInt(Corpus.DAYS);
      add(day, site(), words.headline(), words.body(), at(day - dice.nextInt(14)));
    }
  }

  /** Tickers link to an article at both its addresses; its headline has changed on the way. */
  private void addressesThatMove() {
    for (int i = 0; i < 12; i++) {
      int day = dice.nextInt(3);
      InventedPage before = add(day, site(), words.headline(), words.body(), at(day));
      String moved = before.url().replace("http://www.", "https://");
      int later = day + 1 + dice.nextInt(Corpus.DAYS - day - 1);
      pages.add(
          new InventedPage(
              later,
              moved,
              captured(later),
              words.headline(),
              before.body(),
              before.publishedAt()));
    }
  }

  private InventedPage add(
      int day,
      String site,
      String headline,
      List<String> body,
      @Nullable LocalDateTime publishedAt) {
    String url = "http://www." + site + "/news/p" + ++addresses + ".html";
    InventedPage page = new InventedPage(day, url, captured(day), headline, body, publishedAt);
    pages.add(page);
    return page;
  }

  private void again(
      InventedPage page,
      int day,
      String headline,
      List<String> body,
      @Nullable LocalDateTime publishedAt) {
    pages.add(new InventedPage(day, page.url(), captured(day), headline, body, publishedAt));
  }

  private String site() {
    return "site" + dice.nextInt(SITES) + ".example";
  }

  private String otherThan(String site) {
    String other = site();
    return other.equals(site) ? "other." + site : other;
  }

  /** In the small hours of a day in Shanghai, ahead of all its captures. */
  private LocalDateTime at(int day) {
    return FIRST_DAY.plusDays(day).atTime(dice.nextInt(8), dice.nextInt(60));
  }

  private Instant captured(int day) {
    return FIRST_DAY
        .plusDays(day)
        .atTime(1 + dice.nextInt(14), dice.nextInt(60), dice.nextInt(60))
        .toInstant(ZoneOffset.UTC);
  }
}
