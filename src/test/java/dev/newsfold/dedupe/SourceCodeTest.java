package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class SourceCodeTest {

  @Test
  void aScriptIsAProgram() {
    assertThat(
        SourceCode.is("var a = {}; function b() { if (a = c) { d = {}; } } window.e = { f: {} };"),
        is(true));
  }

  @Test
  void proseIsNoneEvenWithARuleOfStyleInIt() {
    String prose =
        "The mayor opened the bridge. It took nine years. Ships pass below it. ".repeat(40);

    assertThat(SourceCode.is(prose), is(false));
    assertThat(SourceCode.is(".a { b: c } .d { e: f } .g { h: i } " + prose), is(false));
  }
}
