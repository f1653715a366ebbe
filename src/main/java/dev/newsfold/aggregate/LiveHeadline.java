package dev.newsfold.aggregate;

import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineMemory;
import dev.newsfold.records.HeadlineNews;
import dev.newsfold.records.HeadlineTally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A headline in a stream. Told everything that a batch knows of it, in whatever order and with
 * however many stops in between, it says in the end what the batch says; of one that more than
 * {@link #MAX_CARRIERS} articles have borne, and whose first ones have all taken other headlines
 * since, it may name no article where the batch names one.
 *
 * @param memory to be kept for the next news
 * @param said the headline, where it was seen and is not as it was last said
 */
public record LiveHeadline(HeadlineMemory memory, Optional<Headline> said) {
  /** The most articles that are remembered to bear a headline, as each issue of a column does. */
  static final int MAX_CARRIERS = 1_000;

  /** Revisions count the seconds from here on; they last until 2088. */
  private static final Instant REVISIONS_BEGIN = Instant.parse("2020-01-01T00:00:00Z");

  /**
   * Takes in news.
   *
   * @param before what is remembered; null for nothing
   * @param now gives the revision, so that it is higher than any before, also than one of a
   *     headline that has been forgotten meanwhile
   */
  public static LiveHeadline after(
      @Nullable HeadlineMemory before, List<HeadlineNews> news, Instant now) {
    HeadlineMemory memory =
        before == null
            ? HeadlineMemory.newBuilder().build()
            : HeadlineMemory.newBuilder(before).build();
    List<HeadlineTally> seen = new ArrayList<>();
    HeadlineTally known = memory.getTally();
    if (known != null) {
      seen.add(known);
    }
    Map<String, String> links = new HashMap<>(memory.getLinks());
    TreeSet<String> carriers = new TreeSet<>(memory.getCarriers());
    for (HeadlineNews one : news) {
      if (one.getSighting() != null) {
        seen.add(one.getSighting());
      }
      if (one.getAddress() != null && one.getLinked() != null) {
        links.put(one.getAddress(), one.getLinked());
      }
      if (one.getCarrier() != null) {
        carriers.add(one.getCarrier());
      }
      if (one.getLeft() != null) {
        carriers.remove(one.getLeft());
      }
    }
    while (carriers.size() > MAX_CARRIERS) {
      carriers.pollLast();
    }
    HeadlineTally tally = seen.isEmpty() ? null : Tallies.sum(seen, HeadlineTallies::merge);
    // A link that has fallen behind the bound never comes back.
    links.keySet().retainAll(tally == null ? Set.of() : HeadlineFold.addresses(tally));
    memory.setTally(tally);
    memory.setLinks(links);
    memory.setCarriers(List.copyOf(carriers));
    return new LiveHeadline(memory, say(memory, now));
  }

  private static Optional<Headline> say(HeadlineMemory memory, Instant now) {
    HeadlineTally tally = memory.getTally();
    if (tally == null) {
      return Optional.empty();
    }
    String carrier = memory.getCarriers().isEmpty() ? null : memory.getCarriers().get(0);
    Headline headline = HeadlineFold.headline(tally, memory.getLinks().values(), carrier);
    long digest = RecordDigests.of(headline);
    if (memory.getRevision() > 0 && memory.getSaid() == digest) {
      return Optional.empty();
    }
    int seconds = Math.toIntExact(Duration.between(REVISIONS_BEGIN, now).toSeconds());
    memory.setRevision(Math.max(memory.getRevision() + 1, seconds));
    memory.setSaid(digest);
    return Optional.of(Headline.newBuilder(headline).setRevision(memory.getRevision()).build());
  }
}
