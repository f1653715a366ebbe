package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Apple's binary property list: a table of objects at its end, objects that refer to others by
 * their number in it. Only one dictionary is looked at, so that loops cost nothing.
 *
 * @see <a href="https://opensource.apple.com/source/CF/CF-550/CFBinaryPList.c">CFBinaryPList.c</a>
 */
final class BinaryPlist {
  private static final int TRAILER = 32;

  private final byte[] bytes;
  private final int offsetSize;
  private final int referenceSize;
  private final int objects;
  private final int top;
  private final int table;

  private BinaryPlist(byte[] bytes) throws Damaged {
    this.bytes = bytes;
    int trailer = bytes.length - TRAILER;
    if (trailer < 8) {
      throw broken();
    }
    offsetSize = bytes[trailer + 6];
    referenceSize = bytes[trailer + 7];
    objects = number(trailer + 8, 8);
    top = number(trailer + 16, 8);
    table = number(trailer + 24, 8);
    if (offsetSize < 1 || offsetSize > 8 || referenceSize < 1 || referenceSize > 8) {
      throw broken();
    }
  }

  /**
   * The strings and data in the dictionary that the list's own dictionary has under a name.
   *
   * @return empty if there is none
   */
  static Map<String, Object> dictionary(byte[] bytes, String name) throws Damaged {
    BinaryPlist list = new BinaryPlist(bytes);
    Map<String, Object> values = new HashMap<>();
    Integer found = list.entries(list.top).get(name);
    if (found != null) {
      for (Map.Entry<String, Integer> entry : list.entries(found).entrySet()) {
        Object value = list.value(entry.getValue());
        if (value != null) {
          values.put(entry.getKey(), value);
        }
      }
    }
    return values;
  }

  /** The objects of a dictionary by their names; empty if the object is none. */
  private Map<String, Integer> entries(int object) throws Damaged {
    int at = offset(object);
    Map<String, Integer> entries = new HashMap<>();
    if ((byteAt(at) & 0xf0) != 0xd0) {
      return entries;
    }
    int count = count(at);
    int keys = content(at);
    for (int i = 0; i < Math.min(count, objects); i++) {
      Object key = value(number(keys + i * referenceSize, referenceSize));
      if (key instanceof String text) {
        entries.put(text, number(keys + (count + i) * referenceSize, referenceSize));
      }
    }
    return entries;
  }

  /** A string or data; null if the object is something else. */
  private @Nullable Object value(int object) throws Damaged {
    int at = offset(object);
    int from = content(at);
    int count = count(at);
    return switch (byteAt(at) & 0xf0) {
      case 0x40 -> range(from, count);
      case 0x50 -> new String(range(from, count), StandardCharsets.ISO_8859_1);
      case 0x60 -> new String(range(from, 2 * count), StandardCharsets.UTF_16BE);
      default -> null;
    };
  }

  private byte[] range(int from, int length) throws Damaged {
    if (length < 0 || from < 0 || length > bytes.length - from) {
      throw broken();
    }
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  /** How many bytes, letters or entries an object has. */
  private int count(int at) throws Damaged {
    int low = byteAt(at) & 0x0f;
    return low == 0x0f ? number(at + 2, 1 << (byteAt(at + 1) & 0x0f)) : low;
  }

  /** Where an object's content starts. */
  private int content(int at) throws Damaged {
    boolean isLong = (byteAt(at) & 0x0f) == 0x0f;
    return isLong ? at + 2 + (1 << (byteAt(at + 1) & 0x0f)) : at + 1;
  }

  private int offset(int object) throws Damaged {
    if (object >= objects) {
      throw broken();
    }
    return number(Math.addExact(table, Math.multiplyExact(object, offsetSize)), offsetSize);
  }

  private int byteAt(int at) throws Damaged {
    return number(at, 1);
  }

  /** A big-endian number that is no larger than the list is long. */
  private int number(int at, int length) throws Damaged {
    if (at < 0 || length > 8 || at > bytes.length - length) {
      throw broken();
    }
    long value = 0;
    for (int i = at; i < at + length; i++) {
      value = value << 8 | bytes[i] & 0xff;
    }
    if (value < 0 || value > Math.max(255, bytes.length)) {
      throw broken();
    }
    return (int) value;
  }

  private static Damaged broken() {
    return new Damaged(Reason.CONTAINER_CORRUPT, "a property list in binary that is broken");
  }
}
