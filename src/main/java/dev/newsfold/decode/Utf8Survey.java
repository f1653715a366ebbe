package dev.newsfold.decode;

/**
 * How far bytes are UTF-8, found in one pass.
 *
 * @param good bytes of whole sequences of two to four bytes
 * @param bad bytes, or cut sequences, that are not UTF-8; a sequence cut by the end is not counted
 * @param nuls true if there is a NUL byte
 * @param controls sequences that are C1 control characters
 */
record Utf8Survey(long good, long bad, boolean nuls, long controls) {
  /** Of bytes that are in an encoding of wider units, and were not looked at. */
  static final Utf8Survey NOT_UTF8 = new Utf8Survey(0, 1, false, 0);

  private static final byte LEAD_OF_CONTROLS = (byte) 0xc2;
  private static final byte BEHIND_CONTROLS = (byte) 0xa0;

  /** At least this share of the bytes beyond ASCII must be UTF-8 for a broken page to be UTF-8. */
  private static final double MOSTLY = 0.75;

  /** Sequences of UTF-8 hardly ever occur by chance in text of single bytes. */
  private static final double PARTLY = 0.2;

  boolean isAscii() {
    return good == 0 && bad == 0;
  }

  boolean isValid() {
    return bad == 0;
  }

  /** True for UTF-8 with damage: some stray bytes, or a footer in another encoding. */
  boolean isMostlyUtf8() {
    return good >= MOSTLY * (good + bad);
  }

  /** True if a page that says it is UTF-8 may be: no East Asian text, and not of single bytes. */
  boolean isPartlyUtf8() {
    return good >= PARTLY * (good + bad);
  }

  static Utf8Survey of(byte[] bytes, int from, int to) {
    long good = 0;
    long bad = 0;
    boolean nuls = false;
    long controls = 0;
    int i = from;
    while (i < to) {
      while (i + Long.BYTES <= to) {
        long eight = EightBytes.at(bytes, i);
        if (!EightBytes.areAscii(eight)) {
          break;
        }
        nuls |= (eight - EightBytes.LOW_BITS & EightBytes.HIGH_BITS) != 0;
        i += Long.BYTES;
      }
      if (i == to) {
        break;
      }
      byte lead = bytes[i];
      if (lead >= 0) {
        nuls |= lead == 0;
        i++;
        continue;
      }
      if (isPlainThree(bytes, i, to)) {
        good += 3;
        i += 3;
        continue;
      }
      int length = sequenceLength(lead);
      int end = continuationEnd(bytes, i, to, length);
      if (length > 0 && end - i == length) {
        good += length;
        controls += lead == LEAD_OF_CONTROLS && bytes[i + 1] < BEHIND_CONTROLS ? 1 : 0;
      } else if (end < to || length == 0) {
        bad++;
      }
      i = end;
    }
    return new Utf8Survey(good, bad, nuls, controls);
  }

  /** Most characters of East Asia; what the general way would find too, at a greater length. */
  private static boolean isPlainThree(byte[] bytes, int at, int to) {
    return at + 2 < to
        && bytes[at] > (byte) 0xe0
        && bytes[at] < (byte) 0xed
        && bytes[at + 1] < (byte) 0xc0
        && bytes[at + 2] < (byte) 0xc0;
  }

  /** How many bytes the lead byte announces; 0 if it leads nothing. */
  private static int sequenceLength(byte lead) {
    int b = lead & 0xff;
    if (b >= 0xc2 && b <= 0xdf) {
      return 2;
    }
    if (b >= 0xe0 && b <= 0xef) {
      return 3;
    }
    return b >= 0xf0 && b <= 0xf4 ? 4 : 0;
  }

  /** Where the sequence that starts at {@code i} ends: behind its last well-formed byte. */
  private static int continuationEnd(byte[] bytes, int i, int to, int length) {
    int end = i + 1;
    while (end < to && end - i < length && isContinuation(bytes, i, end)) {
      end++;
    }
    return end;
  }

  /** Table 3-7 of the Unicode Standard: overlong forms and surrogates show in the second byte. */
  private static boolean isContinuation(byte[] bytes, int lead, int at) {
    int b = bytes[at] & 0xff;
    if (at > lead + 1) {
      return b >= 0x80 && b <= 0xbf;
    }
    return switch (bytes[lead] & 0xff) {
      case 0xe0 -> b >= 0xa0 && b <= 0xbf;
      case 0xed -> b >= 0x80 && b <= 0x9f;
      case 0xf0 -> b >= 0x90 && b <= 0xbf;
      case 0xf4 -> b >= 0x80 && b <= 0x8f;
      default -> b >= 0x80 && b <= 0xbf;
    };
  }
}
