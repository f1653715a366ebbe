package dev.newsfold.parse.structured;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells the items that speak of the page's own article from those of teasers and of the site. */
final class ArticleItems {
  /** Types of items that are the article itself, or stand for it, best first. */
  private static final List<String> ARTICLE_TYPES =
      List.of("Article", "BlogPosting", "Posting", "Report", "Review", "Recipe", "WebPage", "Page");

  /** Types of other works that a page may be made for; they count if they bear its title. */
  private static final List<String> WORK_TYPES =
      List.of("HowTo", "VideoObject", "AudioObject", "Episode", "CreativeWork");

  private static final int MAX_ARTICLES = 8;

  private ArticleItems() {}

  /** The items that are the article, or stand for it, best first. */
  static List<Item> of(List<Item> items, String title) {
    record Ranked(Item item, int rank, int order) {}
    List<Ranked> ranked = new ArrayList<>();
    for (Item item : items) {
      int rank = rank(item, title);
      if (rank >= 0) {
        ranked.add(new Ranked(item, rank, ranked.size()));
      }
    }
    ranked.sort(Comparator.comparingInt(Ranked::rank).thenComparingInt(Ranked::order));
    return ranked.stream().limit(MAX_ARTICLES).map(Ranked::item).toList();
  }

  /** Smaller is better; -1 for items that say nothing about the page's article. */
  private static int rank(Item item, String title) {
    if (item.types.isEmpty()) {
      return ARTICLE_TYPES.size() * 2;
    }
    for (int i = 0; i < ARTICLE_TYPES.size(); i++) {
      if (item.isA(ARTICLE_TYPES.get(i))) {
        return 2 * i + (isAbout(item, title) ? 0 : 1);
      }
    }
    boolean work = WORK_TYPES.stream().anyMatch(item::isA) && nameOf(item) != null;
    return work && isAbout(item, title) ? ARTICLE_TYPES.size() * 2 + 1 : -1;
  }

  /** An item with no headline at all, or with the page's own; not that of a teaser. */
  private static boolean isAbout(Item item, String title) {
    String headline = nameOf(item);
    if (headline == null || title.isEmpty()) {
      return true;
    }
    return bare(title).contains(bare(headline)) || bare(headline).contains(bare(title));
  }

  private static @Nullable String nameOf(Item item) {
    String headline = item.text("headline");
    return headline == null ? item.text("name") : headline;
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }
}
