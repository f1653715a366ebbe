package dev.newsfold.captures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in lower-case hexadecimal. */
public final class Digests {
  private static final int ID_BYTES = 16;

  private Digests() {}

  /** The digest of the remaining bytes, 64 digits; the buffer's position stays. */
  public static String sha256(ByteBuffer bytes) {
    MessageDigest digest = newSha256();
    digest.update(bytes.duplicate());
    return hex(digest.digest());
  }

  /** The digest of the text in UTF-8, 64 digits. */
  public static String sha256(String text) {
    return hex(newSha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The id of what is published at a canonical address: the first 128 bits of a digest, 32 digits.
   * Addresses that differ only in http or https, and in {@code www.}, have one id.
   */
  public static String id(String address) {
    return sha256(Addresses.identity(address)).substring(0, 2 * ID_BYTES);
  }

  /** A digest to be fed. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Bytes as lower-case hexadecimal. */
  public static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
