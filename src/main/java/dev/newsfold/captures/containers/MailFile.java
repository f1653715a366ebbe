package dev.newsfold.captures.containers;

import dev.newsfold.captures.LenientTime;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.captures.warc.PageBytes;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail message in MIME, as mail programs and browsers save pages: its first part of HTML is the
 * page. The images and styles that go with it are no records of their own. A mailbox holds several
 * messages.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2557">RFC 2557, MHTML</a>
 */
final class MailFile implements Container {
  private static final int SAMPLE = 32 << 10;
  private static final int MAX_DEPTH = 16;

  private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9-]{1,60}[ \\t]*:.*");

  /** The first line of a message of Apple's Mail: how many bytes there are (.emlx). */
  private static final Pattern COUNT = Pattern.compile("\\A(\\d{1,10})[ \\t]*\\r?\\n");

  private static final Pattern OF_MAIL =
      Pattern.compile(
          "(?im)^(mime-version|from|received|return-path|delivered-to|message-id|subject"
              + "|snapshot-content-location|date)[ \\t]*:");

  private static final Pattern CONTENT =
      Pattern.compile("(?im)^content-type[ \\t]*:[ \\t\\r\\n]*(text/|multipart/|message/)");

  @Override
  public boolean holds(Source source) throws IOException {
    String head = Text.head(source.bytes(), SAMPLE).replaceFirst("^\u00ef\u00bb\u00bf", "");
    String fields =
        COUNT.matcher(head.stripLeading().replaceFirst("\\AFrom [^\\n]*\\n", "")).replaceFirst("");
    int end = fields.indexOf('\n');
    String first = (end < 0 ? fields : fields.substring(0, end)).stripTrailing();
    if (!FIELD.matcher(first).matches()) {
      return false;
    }
    if (head.stripLeading().startsWith("From ")) {
      // The first message of a mailbox may be one of plain text.
      return OF_MAIL.matcher(fields).find();
    }
    String header = fields.split("\\r?\\n[ \\t]*\\r?\\n", 2)[0];
    return CONTENT.matcher(header).find() && OF_MAIL.matcher(header).find();
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    FileBytes bytes = source.bytes();
    while (bytes.peek(0) >= 0 && isBlank(bytes.peek(0))) {
      bytes.advance(1);
    }
    bytes = counted(bytes);
    long max = reading.limits().maxPageBytes();
    MailLines lines = new MailLines(bytes);
    if (!lines.isMailbox()) {
      FoundPage page = page(lines, max);
      if (page == null) {
        reading.notPages(source, "a mail message without a page");
      } else {
        reading.out().capture(page.at(source.place(), null));
      }
      return;
    }
    Rows rows = new Rows(source, reading);
    for (long at = bytes.offset(); lines.nextMessage(); at = bytes.offset()) {
      try {
        FoundPage page = page(lines, max);
        if (page == null) {
          rows.take(at, 0, Map.of());
        } else {
          rows.lieAt(0);
          rows.page(at, page);
        }
      } catch (Damaged e) {
        rows.reject(at, e);
      }
    }
    rows.finish("a mailbox without a page");
  }

  /** The message alone, where its length stands ahead of it, and a list of properties behind. */
  private static FileBytes counted(FileBytes bytes) throws IOException {
    Matcher count = COUNT.matcher(Text.head(bytes, 32));
    if (!count.find()) {
      return bytes;
    }
    bytes.advance(count.end());
    return new FileBytes(new Part(bytes, Long.parseLong(count.group(1)), "the message"));
  }

  /** The page of a message; null if it has none. */
  private static @Nullable FoundPage page(MailLines lines, long maxBytes)
      throws IOException, Damaged {
    MailHeader message = MailHeader.read(lines);
    Deque<String> boundaries = new ArrayDeque<>();
    MailHeader part = inner(message, lines, boundaries);
    while (part != null && !isPage(part)) {
      part = nextPart(part, lines, boundaries);
    }
    if (part == null) {
      return null;
    }
    PageBytes page = new PageBytes(maxBytes);
    boolean ended = readContent(part, lines, boundaries, page);
    if (page.length() == 0) {
      throw new Damaged(Reason.EMPTY, "the message's page has no content");
    }
    return new FoundPage(
        address(part, message),
        time(message),
        part.field("content-type"),
        null,
        page.toArray(),
        !ended);
  }

  private static boolean isBlank(int b) {
    return b <= ' ' || b == 0xef || b == 0xbb || b == 0xbf;
  }

  private static boolean isPage(MailHeader part) {
    String type = part.type();
    return type.equals("text/html") || type.equals("application/xhtml+xml");
  }

  /** A part that holds parts is left for the first of them, a message for what it holds. */
  private static @Nullable MailHeader inner(
      MailHeader part, MailLines lines, Deque<String> boundaries) throws IOException {
    MailHeader inner = part;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      if (inner.boundary() != null) {
        boundaries.push("--" + inner.boundary());
        return inner;
      }
      if (!inner.type().startsWith("message/")) {
        return inner;
      }
      inner = MailHeader.read(lines);
    }
    return null;
  }

  /** Passes what is left of a part; null if none follows. */
  private static @Nullable MailHeader nextPart(
      MailHeader part, MailLines lines, Deque<String> boundaries) throws IOException {
    while (boundaries.size() <= MAX_DEPTH) {
      boolean start = lines.atLineStart();
      byte[] line = lines.next();
      if (line.length == 0) {
        return null;
      }
      if (start && isBoundary(line, boundaries) && !endsParts(line, boundaries)) {
        return inner(MailHeader.read(lines), lines, boundaries);
      }
    }
    return null;
  }

  /** Reads the content of the page; false if what ends it is missing. */
  private static boolean readContent(
      MailHeader part, MailLines lines, Deque<String> boundaries, PageBytes page)
      throws IOException, Damaged {
    TransferDecoder decoder = new TransferDecoder(part.encoding(), page);
    while (true) {
      boolean start = lines.atLineStart();
      byte[] line = lines.next();
      if (line.length == 0) {
        return boundaries.isEmpty();
      }
      if (start && isBoundary(line, boundaries)) {
        return true;
      }
      decoder.line(line);
    }
  }

  private static boolean isBoundary(byte[] line, Deque<String> boundaries) {
    if (line.length < 3 || line[0] != '-' || line[1] != '-') {
      return false;
    }
    String text = new String(line, StandardCharsets.UTF_8).stripTrailing();
    return boundaries.stream().anyMatch(one -> text.equals(one) || text.equals(one + "--"));
  }

  private static boolean endsParts(byte[] line, Deque<String> boundaries) {
    String text = new String(line, StandardCharsets.UTF_8).stripTrailing();
    return boundaries.stream().anyMatch(one -> text.equals(one + "--"));
  }

  private static @Nullable String address(MailHeader part, MailHeader message) {
    for (String url :
        new String[] {
          part.field("content-location"),
          message.field("snapshot-content-location"),
          message.field("content-location"),
          part.field("content-base"),
          message.field("content-base")
        }) {
      // Long addresses are folded.
      String whole = url.replaceAll("\\s+", "");
      if (whole.toLowerCase(Locale.ROOT).startsWith("http")) {
        return whole;
      }
    }
    return null;
  }

  /** When the page was saved; mail programs put the zone's name behind its offset. */
  private static @Nullable Instant time(MailHeader message) {
    return LenientTime.parse(message.field("date").replaceFirst("\\s*\\(.*", ""));
  }
}
