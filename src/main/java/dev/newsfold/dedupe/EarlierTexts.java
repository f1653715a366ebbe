package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a story that came before, and those of them from which another one may have taken
 * its text: a bounded number, however many there are.
 */
final class EarlierTexts {
  /** Most agencies of an article that count. */
  private static final int AGENCIES = 4;

  private final List<FoldMember> articles = new ArrayList<>();
  private final Map<String, Ends> bySource = new HashMap<>();
  private final Map<String, Ends> byAgency = new HashMap<>();
  private final Map<Long, Ends> byText = new HashMap<>();
  private final Map<String, Integer> byHeadline = new HashMap<>();
  private int longest;

  /** Adds an article that comes behind all others so far. */
  void add(FoldMember article) {
    int position = articles.size();
    articles.add(article);
    String source = sourceOf(article);
    if (!source.isEmpty()) {
      bySource.merge(source, Ends.at(position), Ends::to);
    }
    agenciesOf(article).forEach(agency -> byAgency.merge(agency, Ends.at(position), Ends::to));
    String headline = HeadlineKey.of(article.headline());
    if (!headline.isEmpty()) {
      byHeadline.putIfAbsent(headline, position);
    }
    if (!article.sketch().isEmpty()) {
      byText.merge(article.sketch().digest(), Ends.at(position), Ends::to);
      longest = lengthAt(position) > lengthAt(longest) ? position : longest;
    }
  }

  /**
   * Articles to compare with another one, in the order in which they were added: the first and the
   * last with its very text, with its source, and of each of its agencies; the longest; the first
   * of all; and as many of the last ones as remain.
   *
   * @param most how many; at least 16
   */
  List<FoldMember> candidatesFor(FoldMember article, int most) {
    TreeSet<Integer> found = new TreeSet<>(List.of(0, longest));
    addTo(found, byText.get(article.sketch().digest()));
    addTo(found, bySource.get(sourceOf(article)));
    agenciesOf(article).forEach(agency -> addTo(found, byAgency.get(agency)));
    for (int i = articles.size() - 1; i > 0 && found.size() < most; i--) {
      found.add(i);
    }
    return found.stream().map(articles::get).toList();
  }

  /** The first article under the same headline; null if there is none. */
  @Nullable FoldMember underHeadlineOf(FoldMember article) {
    Integer first = byHeadline.get(HeadlineKey.of(article.headline()));
    return first == null ? null : articles.get(first);
  }

  /** The first of all. */
  FoldMember first() {
    return articles.get(0);
  }

  /** The source that an article names, so that spellings agree; empty if it names none. */
  static String sourceOf(FoldMember article) {
    String source = article.source();
    return source == null ? "" : SourceNames.compact(source);
  }

  /** The agencies that an article quotes. */
  static List<String> agenciesOf(FoldMember article) {
    return article.agencies().stream().distinct().limit(AGENCIES).toList();
  }

  private int lengthAt(int position) {
    return articles.get(position).sketch().length();
  }

  private static void addTo(Set<Integer> found, @Nullable Ends ends) {
    if (ends != null) {
      found.add(ends.first);
      found.add(ends.last);
    }
  }

  /** The first and the last position of a kind. */
  private record Ends(int first, int last) {
    static Ends at(int position) {
      return new Ends(position, position);
    }

    Ends to(Ends later) {
      return new Ends(first, later.last);
    }
  }
}
