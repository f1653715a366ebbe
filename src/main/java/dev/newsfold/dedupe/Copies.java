package dev.newsfold.dedupe;

import dev.newsfold.records.Copy;
import dev.newsfold.records.CopyReason;
import dev.newsfold.records.Story;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who copies whom: for every member of a story but the canonical, the article of the story that it
 * most likely took its text from. It never goes round in a circle, and depends on the members
 * alone, not on the order in which they come.
 *
 * <ol>
 *   <li>An article on the site that a member names as its source: an earlier one, or one of the
 *       same day, since sites stamp by their own clocks, and anew when they edit. Of several, the
 *       one with the most similar text.
 *   <li>Else the article before it with the most similar text. Of those that are as similar, one
 *       that names the same source, then one that quotes the same agency, then one whose text is
 *       the very same, then the first.
 *   <li>Without a text to compare, the first article under the same headline, else the canonical.
 * </ol>
 *
 * <p>Members come in the canonical order, the canonical first, but one that names its source comes
 * behind the article it names. Of those that name each other in a circle, the first names nobody.
 *
 * <p>Time grows with the number of members, however many they are: each is compared with at most
 * {@value #MOST} others ({@link SourceNames#KEPT} on sites it names, the rest by {@link
 * EarlierTexts#candidatesFor}). In a story of more members, a text that is more similar still may
 * lie further back and be missed.
 */
public final class Copies {
  /** Most comparisons for each member. */
  static final int MOST = 32;

  /**
   * Of those, with articles that it does not name: all but the named, and the one taken of them.
   */
  private static final int BEFORE = MOST - SourceNames.KEPT - 1;

  /** Texts whose likeness differs by no more are as similar: a dateline more, a line less. */
  private static final double AS_SIMILAR = .02;

  private static final int NONE = -1;

  private final String storyId;
  private final int revision;
  private final List<FoldMember> members;
  private final SourceNames names;
  private final EarlierTexts earlier = new EarlierTexts();
  private int comparisons;

  private Copies(
      Story story, Map<String, FoldMember> byId, Function<String, Set<String>> sitesNamed) {
    storyId = story.getId();
    revision = story.getRevision();
    String canonical = story.getCanonicalArticleId();
    members =
        story.getMembers().stream()
            .map(member -> found(member.getArticleId(), byId))
            .sorted(
                Comparator.comparing((FoldMember member) -> !member.id().equals(canonical))
                    .thenComparing(CanonicalOrder.PLAIN))
            .toList();
    names = new SourceNames(sitesNamed);
  }

  /**
   * The copies of a story, one for each member but the canonical; an original comes before what
   * copies it.
   *
   * @param members the articles of the story by their ids, with their sketches
   * @throws IllegalArgumentException if one of them is missing
   */
  public static List<Copy> of(Story story, Map<String, FoldMember> members) {
    return of(story, members, source -> Set.of());
  }

  /**
   * The same, where more is known of what sites are called.
   *
   * @param sitesNamed the sites that a source is a name of; none for an unknown source
   */
  public static List<Copy> of(
      Story story, Map<String, FoldMember> members, Function<String, Set<String>> sitesNamed) {
    return new Copies(story, members, sitesNamed).all();
  }

  /** How many pairs are compared to find the copies of a story. */
  static int comparisons(Story story, Map<String, FoldMember> members) {
    Copies copies = new Copies(story, members, source -> Set.of());
    copies.all();
    return copies.comparisons;
  }

  private List<Copy> all() {
    for (int i = 0; i < members.size(); i++) {
      names.add(i, members.get(i).site(), members.get(i).headline());
    }
    int[] named = new int[members.size()];
    for (int i = 0; i < named.length; i++) {
      named[i] = i == 0 ? NONE : namedBy(i);
    }
    cutCircles(named);
    List<Copy> copies = new ArrayList<>();
    for (int i : originalsFirst(named)) {
      FoldMember member = members.get(i);
      if (named[i] != NONE) {
        copies.add(ofSource(member, members.get(named[i])));
      } else if (i > 0) {
        copies.add(ofText(member));
      }
      earlier.add(member);
    }
    return copies;
  }

  /** The position of the article that a member names as its source. */
  private int namedBy(int position) {
    FoldMember member = members.get(position);
    String source = member.source();
    if (source == null || names.isNameOf(member.site(), source)) {
      return NONE;
    }
    List<Integer> others =
        names.named(source).stream()
            .filter(other -> !members.get(other).site().equals(member.site()))
            .filter(other -> other < position || members.get(other).sameDayAs(member))
            .toList();
    boolean anyEarlier = others.stream().anyMatch(other -> other < position);
    int best = NONE;
    double most = -1;
    for (int other : others) {
      if (anyEarlier && other > position) {
        break;
      }
      double likeness = compare(member, members.get(other)).likeness();
      if (likeness > most) {
        best = other;
        most = likeness;
      }
    }
    return best;
  }

  /** Where members name each other in a circle, the earliest of them is taken to name nobody. */
  private static void cutCircles(int[] named) {
    int[] walkOf = new int[named.length];
    for (int i = 0; i < named.length; i++) {
      int walk = i + 1;
      int at = i;
      while (at != NONE && walkOf[at] == 0) {
        walkOf[at] = walk;
        at = named[at];
      }
      if (at != NONE && walkOf[at] == walk) {
        int earliest = at;
        for (int other = named[at]; other != at; other = named[other]) {
          earliest = Math.min(earliest, other);
        }
        named[earliest] = NONE;
      }
    }
  }

  /** All positions, each behind the one it names. */
  private static List<Integer> originalsFirst(int[] named) {
    List<Integer> order = new ArrayList<>(named.length);
    boolean[] seen = new boolean[named.length];
    Deque<Integer> waiting = new ArrayDeque<>();
    for (int i = 0; i < named.length; i++) {
      for (int at = i; at != NONE && !seen[at]; at = named[at]) {
        seen[at] = true;
        waiting.push(at);
      }
      order.addAll(waiting);
      waiting.clear();
    }
    return order;
  }

  private Copy ofSource(FoldMember member, FoldMember original) {
    return copy(
        compare(member, original),
        CopyReason.NAMED_SOURCE,
        "names " + member.source() + " as its source, which is " + original.site());
  }

  private Copy ofText(FoldMember member) {
    List<CopyPair> pairs =
        earlier.candidatesFor(member, BEFORE).stream()
            .map(other -> compare(member, other))
            .toList();
    double most = pairs.stream().mapToDouble(CopyPair::likeness).max().orElse(0);
    if (most == 0) {
      return withoutText(member);
    }
    String source = otherSource(member);
    CopyPair pair =
        pairs.stream()
            .filter(one -> one.likeness() >= most - AS_SIMILAR)
            .min(
                Comparator.comparing((CopyPair one) -> !namesSource(one, source))
                    .thenComparing(one -> sharedAgency(one) == null)
                    .thenComparing(one -> !one.sameText()))
            .orElseThrow();
    String agency = sharedAgency(pair);
    if (namesSource(pair, source)) {
      return copy(
          pair, CopyReason.SAME_SOURCE, "both name " + member.source() + " as their source");
    } else if (agency != null) {
      return copy(pair, CopyReason.SAME_AGENCY, "both quote " + agency);
    } else if (pair.doubt() != null) {
      return copy(pair, CopyReason.MOST_SIMILAR, "the most similar text");
    }
    return copy(pair, CopyReason.NEAREST_EARLIER, "the most similar earlier text");
  }

  private Copy withoutText(FoldMember member) {
    FoldMember original = earlier.underHeadlineOf(member);
    return original == null
        ? copy(compare(member, earlier.first()), CopyReason.NO_TEXT, "the canonical article")
        : copy(compare(member, original), CopyReason.NO_TEXT, "the first under the same headline");
  }

  /** The source that a member names, so that spellings agree; empty if it is none or itself. */
  private String otherSource(FoldMember member) {
    String source = member.source();
    return source == null || names.isNameOf(member.site(), source)
        ? ""
        : EarlierTexts.sourceOf(member);
  }

  private static boolean namesSource(CopyPair pair, String source) {
    return !source.isEmpty() && source.equals(EarlierTexts.sourceOf(pair.original()));
  }

  private static @Nullable String sharedAgency(CopyPair pair) {
    List<String> others = EarlierTexts.agenciesOf(pair.original());
    return EarlierTexts.agenciesOf(pair.copy()).stream()
        .filter(others::contains)
        .findFirst()
        .orElse(null);
  }

  private CopyPair compare(FoldMember copy, FoldMember original) {
    comparisons++;
    return CopyPair.of(copy, original);
  }

  private Copy copy(CopyPair pair, CopyReason why, String reason) {
    FoldMember copy = pair.copy();
    FoldMember original = pair.original();
    return Copy.newBuilder()
        .setArticleId(copy.id())
        .setUrl(copy.url())
        .setSite(copy.site())
        .setSource(copy.source())
        .setHeadline(copy.headline())
        .setPublishDay(copy.publishDay())
        .setOriginalId(original.id())
        .setOriginalUrl(original.url())
        .setOriginalSite(original.site())
        .setOriginalSource(original.source())
        .setStoryId(storyId)
        .setWhy(why)
        .setEvidence(evidence(pair, reason))
        .setLagSeconds(pair.lagSeconds())
        .setSimilarity(pair.comparable() ? pair.similarity() : null)
        .setFuller(pair.fuller())
        .setRevision(revision)
        .build();
  }

  private static String evidence(CopyPair pair, String reason) {
    String texts =
        pair.comparable()
            ? pair.sameText()
                ? "the texts are the same"
                : String.format(Locale.ROOT, "jaccard %.2f", pair.similarity())
            : "there is no text to compare";
    String doubt = pair.doubt();
    return reason
        + "; "
        + texts
        + (doubt == null ? "" : "; which came first is not known: " + doubt);
  }

  private static FoldMember found(String id, Map<String, FoldMember> byId) {
    FoldMember member = byId.get(id);
    if (member == null) {
      throw new IllegalArgumentException("No article " + id + " among those of its story");
    }
    return member;
  }
}
