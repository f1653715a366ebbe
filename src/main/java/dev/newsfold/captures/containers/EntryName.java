package dev.newsfold.captures.containers;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Names of entries: bytes in some encoding, of paths that may lead anywhere. */
final class EntryName {
  private static final Charset CHINESE = Charset.forName("GB18030");

  private EntryName() {}

  /** The text of a name: UTF-8, or else what Chinese desktops write. */
  static String text(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, CHINESE);
    }
  }

  /** A path below the archive: without a root, a drive, or steps out of it. */
  static String below(String name) {
    Deque<String> path = new ArrayDeque<>();
    for (String step : name.replace('\\', '/').replace("\0", "").split("/")) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".") && !step.matches("[A-Za-z]:")) {
        path.add(step);
      }
    }
    return String.join("/", path);
  }

  /** Whether a file of this name is one that systems keep for themselves. */
  static boolean isHidden(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.startsWith(".") || name.startsWith("__MACOSX/") || last.equals("Thumbs.db");
  }
}
