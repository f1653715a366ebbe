package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.Phrases;

/** Knows the entries of reports that go on as things happen, by the names of their blocks. */
final class LiveEntries {
  private static final Phrases NAMES = ClassNames.parts("live");

  private LiveEntries() {}

  static boolean isOne(Block block) {
    return NAMES.isIn(block.hint());
  }
}
