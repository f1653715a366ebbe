package dev.newsfold.dedupe;

import dev.newsfold.captures.Digests;
import java.util.HexFormat;

/**
 * An article's id in 128 bits, as a node of the graph of cross-posts: the id itself where it is 32
 * hexadecimal digits, as ours are, else 128 bits of its SHA-256.
 */
public record NodeKey(long high, long low) implements Comparable<NodeKey> {
  private static final int DIGITS = 32;

  /** The key of an article's id. */
  public static NodeKey of(String id) {
    String digits = isHex(id) ? id : Digests.sha256(id);
    return new NodeKey(
        HexFormat.fromHexDigitsToLong(digits, 0, DIGITS / 2),
        HexFormat.fromHexDigitsToLong(digits, DIGITS / 2, DIGITS));
  }

  private static boolean isHex(String id) {
    if (id.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      char c = id.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** The 32 hexadecimal digits: of an id of ours, the id itself. */
  public String hex() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }

  @Override
  public int compareTo(NodeKey other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }
}
