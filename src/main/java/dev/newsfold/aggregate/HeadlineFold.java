package dev.newsfold.aggregate;

import dev.newsfold.captures.Addresses;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineNews;
import dev.newsfold.records.HeadlineTally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A headline, told all that is known of it in any order, each once: where it was seen, the articles
 * at the addresses it links to, and the articles that bear it. However many bear it, one id of them
 * is held.
 */
public final class HeadlineFold {
  private final List<HeadlineTally> seen = new ArrayList<>();
  private final Map<String, String> links = new HashMap<>();
  private @Nullable String carrier;

  /** Takes in what is known; articles do not leave ({@link LiveHeadline} is for that). */
  public void add(HeadlineNews news) {
    if (news.getSighting() != null) {
      seen.add(news.getSighting());
    }
    if (news.getAddress() != null && news.getLinked() != null) {
      links.merge(news.getAddress(), news.getLinked(), HeadlineFold::smaller);
    }
    if (news.getCarrier() != null) {
      carrier = carrier == null ? news.getCarrier() : smaller(carrier, news.getCarrier());
    }
  }

  /** The smaller of two ids: of several articles, the one that counts. */
  public static String smaller(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** The headline; nothing if it was never seen. */
  public Optional<Headline> headline() {
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    HeadlineTally tally = Tallies.sum(seen, HeadlineTallies::merge);
    links.keySet().retainAll(addresses(tally));
    return Optional.of(headline(tally, links.values(), carrier));
  }

  /**
   * The address that a link leads to, as far as it tells one article from another ({@link
   * Addresses#identity}); null if it leads to none.
   */
  public static @Nullable String linkedTo(String href) {
    String address = Addresses.normalize(href);
    return address == null ? null : Addresses.identity(address);
  }

  /** The addresses that a headline links to, as far as its tally keeps them. */
  static Set<String> addresses(HeadlineTally tally) {
    Set<String> addresses = new TreeSet<>();
    tally.getHrefs().stream()
        .map(HeadlineFold::linkedTo)
        .filter(Objects::nonNull)
        .forEach(addresses::add);
    return addresses;
  }

  /**
   * The headline of a tally, with the captured article that carries it: the one it links to, or
   * else one with the same headline key; of several the one with the smallest id.
   *
   * @param linked ids of the articles at the addresses that it links to
   * @param carrier the smallest id of those that bear it; null for none
   */
  static Headline headline(
      HeadlineTally tally, Collection<String> linked, @Nullable String carrier) {
    return HeadlineTallies.headline(tally, linked.isEmpty() ? carrier : Collections.min(linked));
  }
}
