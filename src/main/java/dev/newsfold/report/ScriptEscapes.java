package dev.newsfold.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * JSON that can also stand in a script: no {@code <}, and no line separators, which older scripts
 * take for line ends.
 */
final class ScriptEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final SerializableString LESS_THAN = new SerializedString("\\u003c");

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes['<'] = ESCAPE_CUSTOM;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    return switch (c) {
      case '<' -> LESS_THAN;
      case '\u2028' -> new SerializedString("\\u2028");
      case '\u2029' -> new SerializedString("\\u2029");
      default -> null;
    };
  }
}
