package dev.newsfold.sinks;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.newsfold.aggregate.MapsInOrder;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {
  private static final int OWN = Integer.MAX_VALUE;

  /** The first of each row counts, in either order; where all is equal, neither is ahead. */
  @ParameterizedTest
  @CsvSource({
    // a revision, an output, withdrawn | the same of another
    "1, 0, false, 0, 0, false, 1",
    "1, 0, false, 0, 5, false, 1",
    "1, 0, false, 0, 5, true,  1",
    "1, 5, false, 1, 4, false, 1",
    "1, 5, false, 1, 4, true,  1",
    "1, 2147483647, false, 1, 2147483646, true, 1",
    "2147483647, 0, false, 2147483646, 2147483647, true, 1",
    "1, 4, true,  1, 4, false, 1",
    "1, 4, false, 1, 4, false, 0",
    "1, 4, true,  1, 4, true,  0",
  })
  void revisionThenOutputThenWithdrawal(
      int revision,
      int output,
      boolean withdrawn,
      int otherRevision,
      int otherOutput,
      boolean otherWithdrawn,
      int order) {
    Late one = late("x", revision, withdrawn);
    Late other = late("x", otherRevision, otherWithdrawn);
    int compared = Precedence.compare(one, output, other, otherOutput);
    assertThat(Integer.signum(compared), is(order));
    assertThat(Precedence.compare(other, otherOutput, one, output), is(-compared));
  }

  @Test
  void aDigestDecidesTies() {
    Late one = late("x", 1, false);
    Late other = late("y", 1, false);
    int order = Precedence.compare(one, OWN, other, OWN);
    assertThat(order, not(0));
    assertThat(
        Integer.signum(Precedence.compare(other, OWN, one, OWN)), is(-Integer.signum(order)));
    assertThat(Precedence.first(one, other), equalTo(Precedence.first(other, one)));
  }

  /** What reads a file by its own schema, and what has classes for it, must agree. */
  @Test
  void aDigestIsTheSameOfARecordWithoutAClass() throws IOException {
    Map<String, Long> rejections = Map.of("A", 1L, "B", 2L, "C", 3L);
    InputFile row =
        InputFile.newBuilder()
            .setPath("a")
            .setCaptures(6)
            .setArticles(0)
            .setRecaptures(0)
            .setRejections(rejections)
            .build();
    for (SpecificRecord item : List.of(row, late("x", 1, false))) {
      GenericRecord generic =
          new GenericDatumReader<GenericRecord>(item.getSchema())
              .read(null, DecoderFactory.get().binaryDecoder(MapsInOrder.encode(item), null));
      assertThat(Precedence.digest(generic), is(Precedence.digest(item)));
    }
  }

  @Test
  void ofAnyNumberOfThingsTheHighestRankIsKept() {
    Precedences known = new Precedences();
    Random random = new Random(5);
    long[] keys = random.longs(20_000).toArray();
    keys[0] = 0;
    for (int i = 0; i < keys.length; i++) {
      known.add(keys[i], i % 7);
      known.add(keys[i], 2 + i % 7);
      known.add(keys[i], 1);
    }
    for (int i = 0; i < keys.length; i++) {
      assertThat(known.isHighest(keys[i], 2 + i % 7), is(true));
      assertThat(known.isHighest(keys[i], 1), is(false));
    }
    assertThat(known.isHighest(random.nextLong(), 0), is(false));
    assertThat(known.standing(), is((long) Math.ceil(keys.length * 4 / 7.0)));
    assertThat(known.hasTies(), is(false));
  }

  @Test
  void tiesAreSettledByDigestInAnyOrder() {
    List<long[]> records =
        new ArrayList<>(
            List.of(new long[] {7, 4, 30}, new long[] {7, 4, 50}, new long[] {7, 2, 90}));
    for (int turn = 0; turn < 6; turn++) {
      Collections.shuffle(records, new Random(turn));
      Precedences known = new Precedences();
      records.forEach(record -> known.add(record[0], record[1]));
      assertThat(known.hasTies(), is(true));
      for (long[] record : records) {
        if (known.isTied(record[0], record[1])) {
          known.settle(record[0], record[2]);
        }
      }
      for (long[] record : records) {
        assertThat(known.isFirst(record[0], record[1], () -> record[2]), is(record[2] == 50));
      }
    }
  }

  @Test
  void aTieBelowTheHighestIsNone() {
    Precedences known = new Precedences();
    known.add(7, 2);
    known.add(7, 2);
    known.add(7, 4);
    known.add(7, 2);
    assertThat(known.hasTies(), is(false));
    assertThat(Precedence.rank(late("x", 1, true), 0), greaterThan(0L));
  }

  private static Late late(String reason, int revision, boolean withdrawn) {
    return Late.newBuilder()
        .setArticleId("a")
        .setCanonicalUrl("https://daily.cedar.example/a")
        .setPublishedAt(Instant.EPOCH)
        .setCapturedAt(Instant.EPOCH.plusSeconds(9))
        .setReason(reason)
        .setRevision(revision)
        .setWithdrawn(withdrawn)
        .build();
  }
}
