package dev.newsfold.sample;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import dev.newsfold.records.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stories are apart, copies together and columns alike, as measured on shingles of their text. */
class StoriesApartTest {

  private static final int PAGES = 3000;

  private record Text(long number, Truth truth, Piece piece, Set<String> shingles) {}

  private static final List<Text> TEXTS = texts();

  private static List<Text> texts() {
    List<Text> texts = new ArrayList<>();
    new Sample(new SampleOptions(PAGES, 11))
        .pages()
        .forEachRemaining(
            page -> {
              Piece piece = page.truth().piece();
              if (piece != null) {
                texts.add(new Text(page.number(), page.truth(), piece, shingles(piece)));
              }
            });
    return texts;
  }

  /** Five characters, or five words of English. */
  private static Set<String> shingles(Piece piece) {
    Set<String> shingles = new HashSet<>();
    if (piece.outlet().language() == Language.ENGLISH) {
      String[] words = piece.body().toLowerCase(Locale.ROOT).split("\\W+", -1);
      for (int i = 0; i + 5 <= words.length; i++) {
        shingles.add(String.join(" ", List.of(words).subList(i, i + 5)));
      }
    } else {
      String text = piece.body().replaceAll("[\\s\\p{Punct}，。：；、“”？（）—]", "");
      for (int i = 0; i + 5 <= text.length(); i++) {
        shingles.add(text.substring(i, i + 5));
      }
    }
    return shingles;
  }

  private static double jaccard(Set<String> one, Set<String> other) {
    long shared = one.stream().filter(other::contains).count();
    long all = one.size() + other.size() - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  @Test
  void twoStoriesShareLessThanThreeTenths() {
    List<Text> originals =
        TEXTS.stream()
            .filter(text -> text.truth().role() == Role.ORIGINAL && text.shingles().size() > 60)
            .toList();
    double most = 0;
    for (int i = 0; i < originals.size(); i++) {
      for (int j = 0; j < i; j++) {
        most = Math.max(most, jaccard(originals.get(i).shingles(), originals.get(j).shingles()));
      }
    }
    assertThat(most, lessThan(0.3));
  }

  @Test
  void aCopySharesMostOfItsTextWithTheOriginal() {
    Map<Long, Text> byNumber = new HashMap<>();
    TEXTS.forEach(text -> byNumber.put(text.number(), text));
    for (Text copy : TEXTS) {
      Text original = byNumber.get(copy.truth().story());
      boolean converted =
          copy.truth().edits().contains("traditional-script")
              || original != null && original.piece().outlet().language() == Language.TRADITIONAL;
      if (copy.truth().role() != Role.COPY || original == null || converted) {
        continue;
      }
      double similarity = jaccard(copy.shingles(), original.shingles());
      String label = copy.number() + " " + copy.truth().edits();
      if (copy.truth().relation() == Relation.COPY) {
        boolean brief = copy.truth().edits().contains("opener-on-brief");
        assertThat(label, similarity, greaterThan(brief ? 0.5 : 0.7));
      } else if (copy.truth().relation() == Relation.ABRIDGED) {
        long contained = copy.shingles().stream().filter(original.shingles()::contains).count();
        assertThat(label, (double) contained / copy.shingles().size(), greaterThan(0.85));
      } else {
        assertThat(label, copy.piece().body().isEmpty(), is(true));
      }
    }
  }

  @Test
  void issuesOfAColumnAreNearlyAlikeAndYetApart() {
    int alike = 0;
    List<Text> columns = TEXTS.stream().filter(text -> text.truth().role() == Role.COLUMN).toList();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < i; j++) {
        Text one = columns.get(i);
        Text other = columns.get(j);
        if (jaccard(one.shingles(), other.shingles()) > 0.5) {
          alike++;
        }
        assertThat(one.truth().story() == other.truth().story(), is(false));
        assertThat(one.piece().body().equals(other.piece().body()), is(false));
      }
    }
    assertThat(alike, greaterThan(20));
  }
}
