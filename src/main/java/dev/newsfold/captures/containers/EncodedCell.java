package dev.newsfold.captures.containers;

import dev.newsfold.captures.GzipStart;
import dev.newsfold.captures.Markup;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.captures.warc.GzipMembers;
import dev.newsfold.captures.warc.PageBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A page in a cell of a table as base64, as text alone can be put there: of the page's own bytes,
 * or of these in gzip. Only what turns out to start a page is taken for one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648">RFC 4648</a>
 */
final class EncodedCell {
  /** So many letters hold all that is looked at for a page's first element. */
  private static final int SAMPLE = 22 << 10;

  private static final int MIN_LENGTH = 16;

  /** In either alphabet, in lines or not, as a part of a longer text that may go on. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_\\s-]++={0,2}\\s*+");

  private static final Pattern DATA_URL =
      Pattern.compile("\\Adata:text/html[^,]{0,100};base64,", Pattern.CASE_INSENSITIVE);

  private EncodedCell() {}

  /** Whether a cell holds a page so. */
  static boolean holdsPage(String cell) {
    String head = cell.substring(0, Math.min(SAMPLE, cell.length()));
    String text = DATA_URL.matcher(head).replaceFirst("");
    if (text.length() < MIN_LENGTH || !BASE64.matcher(text).matches()) {
      return false;
    }
    try {
      byte[] start = decoded(text, SAMPLE);
      byte[] page = GzipStart.isSurelyAt(0, start) ? inflatedStart(start) : start;
      return Markup.isHtml(Markup.firstElement(page, 0, page.length));
    } catch (Damaged e) {
      return false;
    }
  }

  /**
   * The page of a cell that holds one.
   *
   * @throws Damaged if it is too large, or broken
   */
  static byte[] page(String cell, Reading reading) throws Damaged {
    long max = reading.limits().maxPageBytes();
    byte[] bytes = decoded(DATA_URL.matcher(cell).replaceFirst(""), max);
    if (!GzipStart.isSurelyAt(0, bytes)) {
      return bytes;
    }
    PageBytes page = new PageBytes(max);
    try (GzipMembers members = new GzipMembers(new FileBytes(new ByteArrayInputStream(bytes)))) {
      page.appendAll(reading.counted("gzip data", members.joined()));
    } catch (Damaged.InStream e) {
      throw e.damaged();
    } catch (IOException e) {
      throw Expansion.broken("gzip data", e);
    }
    return page.toArray();
  }

  private static byte[] decoded(String text, long max) throws Damaged {
    PageBytes bytes = new PageBytes(max);
    new TransferDecoder("base64", bytes).line(text.getBytes(StandardCharsets.ISO_8859_1));
    return bytes.toArray();
  }

  /** What the start of gzip data holds, up to where that ends. */
  private static byte[] inflatedStart(byte[] gzip) {
    byte[] start = new byte[SAMPLE];
    int length = 0;
    try (GzipMembers members = new GzipMembers(new FileBytes(new ByteArrayInputStream(gzip)));
        InputStream in = members.joined()) {
      for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(read, 0)) {
        read = in.read(start, length, SAMPLE - length);
      }
    } catch (IOException e) {
      // What came before tells.
    }
    return Arrays.copyOf(start, length);
  }
}
