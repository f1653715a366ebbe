package dev.newsfold.decode;

import java.nio.charset.Charset;

/**
 * A character encoding.
 *
 * @param name in lower case, as in the Encoding Standard
 * @param charset Java's decoder for it
 */
record Encoding(String name, Charset charset, Family family) {

  enum Family {
    UNICODE,
    /** One or more bytes a character: wrong bytes show, and so does a wrong language. */
    EAST_ASIAN,
    /** Escape sequences in ASCII. */
    ESCAPES,
    /** Any bytes make text. */
    SINGLE_BYTE
  }

  static Encoding of(String name, String javaName, Family family) {
    // A runtime without the extended charsets reads their bytes as Latin-1.
    String known = Charset.isSupported(javaName) ? javaName : "ISO-8859-1";
    return new Encoding(name, Charset.forName(known), family);
  }
}
