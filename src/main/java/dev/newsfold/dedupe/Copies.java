package dev.newsfold.dedupe;

import dev.newsfold.records.Copy;
import dev.newsfold.records.CopyReason;
import dev.newsfold.records.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private static final int NONE = Namings.NOBODY;

  private final CopyRecords records;
  private final List<FoldMember> members;
  private final SourceNames names;
  private final EarlierTexts earlier = new EarlierTexts();
  private int comparisons;

  private Copies(
      Story story, Map<String, FoldMember> byId, Function<String, Set<String>> sitesNamed) {
    records = new CopyRecords(story);
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
    Namings.cutCircles(named);
    List<Copy> copies = new ArrayList<>();
    for (int i : Namings.originalsFirst(named)) {
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

  private Copy ofSource(FoldMember member, FoldMember original) {
    return records.of(
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
      return records.of(
          pair, CopyReason.SAME_SOURCE, "both name " + member.source() + " as their source");
    } else if (agency != null) {
      return records.of(pair, CopyReason.SAME_AGENCY, "both quote " + agency);
    } else if (pair.doubt() != null) {
      return records.of(pair, CopyReason.MOST_SIMILAR, "the most similar text");
    }
    return records.of(pair, CopyReason.NEAREST_EARLIER, "the most similar earlier text");
  }

  private Copy withoutText(FoldMember member) {
    FoldMember original = earlier.underHeadlineOf(member);
    return original == null
        ? records.of(compare(member, earlier.first()), CopyReason.NO_TEXT, "the canonical article")
        : records.of(
            compare(member, original), CopyReason.NO_TEXT, "the first under the same headline");
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

  private static FoldMember found(String id, Map<String, FoldMember> byId) {
    FoldMember member = byId.get(id);
    if (member == null) {
      throw new IllegalArgumentException("No article " + id + " among those of its story");
    }
    return member;
  }
}
