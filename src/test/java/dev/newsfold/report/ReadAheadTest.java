package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  @Test
  void whatSourcesGiveComesInTheirOrderHoweverFastTheyAre() throws IOException {
    List<Feed.Source<Integer>> sources = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int first = 1000 * i;
      int size = i % 3 == 0 ? 500 : i % 5; // more than may wait, a few, none
      sources.add(sink -> IntStream.range(first, first + size).boxed().forEach(sink));
    }
    List<Integer> expected = new ArrayList<>();
    for (Feed.Source<Integer> source : sources) {
      source.writeTo(expected::add);
    }
    List<Integer> taken = new ArrayList<>();
    ReadAhead.forEach(sources, taken::add);
    assertThat(taken, equalTo(expected));
  }

  @Test
  void whatASourceThrowsComesInItsPlace() {
    IOException broken = new IOException("cannot read articles/1.avro");
    List<Integer> taken = new ArrayList<>();
    List<Feed.Source<Integer>> sources =
        List.of(
            sink -> sink.accept(1),
            sink -> {
              sink.accept(2);
              throw broken;
            },
            sink -> sink.accept(3));
    IOException thrown =
        assertThrows(IOException.class, () -> ReadAhead.forEach(sources, taken::add));
    assertThat(thrown, sameInstance(broken));
    assertThat(taken, equalTo(List.of(1, 2)));
  }

  @Test
  void whenTheTakerFailsNoThreadIsLeftWaiting() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Feed.Source<Integer> endless =
        sink -> {
          try {
            for (int i = 0; ; i++) {
              sink.accept(i);
            }
          } finally {
            ended.countDown();
          }
        };
    assertThrows(
        IllegalStateException.class,
        () ->
            ReadAhead.forEach(
                List.of(endless),
                number -> {
                  throw new IllegalStateException("enough");
                }));
    ended.await();
  }

  @Test
  void everyTakerTakesAllInTheSameOrder() throws IOException {
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();
    try (Lanes<Integer> lanes = new Lanes<>(List.of(first::add, second::add))) {
      for (int i = 0; i < 300; i += 3) {
        lanes.put(List.of(i, i + 1, i + 2));
      }
      lanes.finish();
    }
    List<Integer> all = IntStream.range(0, 300).boxed().toList();
    assertThat(first, equalTo(all));
    assertThat(second, equalTo(all));
  }

  @Test
  void whatATakerThrowsIsThrown() {
    IllegalStateException failure = new IllegalStateException("no such field");
    List<Integer> taken = new ArrayList<>();
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> {
              try (Lanes<Integer> lanes =
                  new Lanes<>(
                      List.of(
                          taken::add,
                          number -> {
                            throw failure;
                          }))) {
                for (int i = 0; i < 1000; i++) {
                  lanes.put(List.of(i));
                }
                lanes.finish();
              }
            });
    assertThat(thrown, sameInstance(failure));
    assertThat(taken.size() < 1000, is(true));
  }
}
