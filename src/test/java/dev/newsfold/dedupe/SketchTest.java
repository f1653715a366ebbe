package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SketchTest {

  @Test
  void shortBodiesAreComparedExactly() {
    Sketch a = Sketch.of("一二三四五六七八");
    Sketch b = Sketch.of("一二三四五六七九");

    assertThat(a.shingles(), is(4));
    assertThat(a.jaccard(b), closeTo(3.0 / 5, 1e-9));
    assertThat(a.containmentIn(b), closeTo(3.0 / 4, 1e-9));
  }

  @Test
  void wordsMakeTheShinglesOfSpacedScripts() {
    Sketch a = Sketch.of("The ferry left the harbour at dawn");
    Sketch b = Sketch.of("the FERRY left, the harbour at noon");

    assertThat(a.shingles(), is(3));
    assertThat(a.jaccard(b), closeTo(2.0 / 4, 1e-9));
  }

  @Test
  void longBodiesAreEstimatedWithinAFewHundredths() {
    for (int seed = 0; seed < 20; seed++) {
      String shared = Members.han(seed, 3000);
      String left = shared + Members.han(1000 + seed, 500);
      String right = Members.han(2000 + seed, 300) + shared;

      assertThat(Sketch.of(left).jaccard(Sketch.of(right)), closeTo(jaccard(left, right), 0.07));
    }
  }

  @Test
  void anAbridgementIsContainedInTheFullText() {
    String full = Members.han(1, 2500);
    Sketch part = Sketch.of(full.substring(0, 400));

    assertThat(part.containmentIn(Sketch.of(full)), closeTo(1, 0.001));
    assertThat(Sketch.of(full).containmentIn(part), lessThan(0.3));
  }

  @Test
  void bytesAreReadBackAsWritten() {
    Sketch sketch = Sketch.of("5月6日，湖滨新增3条航线。" + Members.han(3, 2000));
    byte[] bytes = sketch.toBytes();

    assertThat(SketchBytes.read(ByteBuffer.wrap(bytes)), equalTo(sketch));
    assertThat(bytes.length, lessThan(4096));
    assertThat(SketchBytes.read(ByteBuffer.wrap(new byte[0])), equalTo(Sketch.EMPTY));
  }

  @Test
  void bytesOfAnotherVersionOrCutShortAreRefused() {
    byte[] bytes = Sketch.of("湖滨新桥今日通车").toBytes();
    bytes[0] = 99;
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> SketchBytes.read(ByteBuffer.wrap(bytes)))
            .getMessage(),
        containsString("version 99"));
    assertThrows(
        IllegalArgumentException.class,
        () -> SketchBytes.read(ByteBuffer.wrap(new byte[] {1, 1, 0})));
  }

  @Test
  void layoutAndScriptFormMakeNoDifference() {
    assertThat(Sketch.of("湖濱新橋，今日 通車！").jaccard(Sketch.of("湖滨新桥\n今日通车")), closeTo(1, 1e-9));
  }

  @Test
  void aScriptInPlaceOfTheArticleCountsAsNoBody() {
    assertThat(
        Sketch.of(
                "function go(e){ var s = a.b; if(s==''){ s = d; } else { s = c; } window.open(s); }")
            .isEmpty(),
        is(true));
    assertThat(Sketch.of("！？……").isEmpty(), is(true));
  }

  @Test
  void proseWithALittleStyleInItIsABody() {
    String style = ".a{color:red} .b{margin:0;padding:0} #c{width=1} x=1 y=2 z=3 ";

    assertThat(Sketch.of(style + Members.han(4, 60).replace("。", "，")).isEmpty(), is(true));
    assertThat(Sketch.of(style + Members.han(4, 1500).replace("。", "，")).isEmpty(), is(false));
  }

  @Test
  void numbersAndDatesAreKeptAsSlots() {
    assertThat(
        Sketch.of("5月6日，第三次会议通过1,250项，二十五人，four ships，二〇三一年").slots(),
        hasItems("5月", "6日", "第3次", "1250", "25", "4", "2031年"));
  }

  private static double jaccard(String a, String b) {
    Set<Integer> left = hashes(a);
    Set<Integer> right = hashes(b);
    Set<Integer> union = new HashSet<>(left);
    union.addAll(right);
    left.retainAll(right);
    return (double) left.size() / union.size();
  }

  private static Set<Integer> hashes(String text) {
    Set<Integer> hashes = new HashSet<>();
    for (int hash : Shingles.ofCharacters(FoldedText.letters(FoldedText.plain(text)))) {
      hashes.add(hash);
    }
    return hashes;
  }
}
