package dev.newsfold.captures.containers;

import dev.newsfold.captures.Markup;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.HttpBody;
import dev.newsfold.captures.warc.HttpHead;
import dev.newsfold.captures.warc.MediaTypes;
import dev.newsfold.captures.warc.PageBytes;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Reason;
import dev.newsfold.records.UrlEvidence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page, or what is taken for one until it is decoded. The images, styles and scripts that go with
 * pages are told by their names where they do not start as pages.
 */
final class PageFile implements Container {
  /** How much of a source is looked at for markup. */
  private static final int SAMPLE = 4096;

  /** The same, where a name says that there is none: comments of licences are long. */
  private static final int ASSET_SAMPLE = 16 << 10;

  /** Of bytes that are no text, so many are control characters at least. */
  private static final double MAX_CONTROLS = 0.01;

  /** Of the bytes of text with holes, so many are no zeros. */
  private static final double MIN_TEXT = 0.02;

  /** Where a page starts that is one by all means. */
  private static final Pattern START =
      Pattern.compile("(?i)<!doctype html[^>]{0,200}>(?:\\s|\\\\(?:[nrt]|u000[ad]))*+<html[\\s>]");

  @Override
  public boolean holds(Source source) {
    return true;
  }

  @Override
  public boolean isPage() {
    return true;
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    if (source.nameEnds(".gz") && source.bytes().peek(0) == 0x78 && isZlib(source)) {
      throw new Damaged(Reason.GZIP_CORRUPT, "a zlib stream, not gzip");
    }
    SkipKind asset = asset(source);
    if (asset != null && !source.isFile()) {
      reading.skip(asset);
      return;
    }
    boolean blank = source.bytes().peek(Text.skipBlanks(source.bytes(), 0)) < 0;
    PageBytes page = new PageBytes(reading.limits().maxPageBytes());
    page.appendAll(source.bytes().rest());
    byte[] bytes = page.toArray();
    HttpHead head = HttpHead.parse(bytes, bytes.length);
    if (head != null && head.status() > 0) {
      readAnswer(source, head, bytes, reading);
      return;
    }
    byte[] narrow = withoutNuls(bytes);
    String what = blank || !isText(narrow) ? null : PageMarks.whyNoPage(narrow, source.name());
    if (what != null && narrow.length < MIN_TEXT * bytes.length) {
      what = narrow.length == 0 ? "zeros and nothing else" : "zeros, with little else between them";
    }
    if (what != null) {
      notPage(source, SkipKind.DATA, what, reading);
      return;
    }
    if (isSeveral(bytes)) {
      String several = "the file is several pages in a notation unknown";
      reading.reject(source, new Damaged(Reason.NOT_HTML, several));
      return;
    }
    if (asset != null) {
      notPage(source, asset, "a file of another kind, by its name", reading);
      return;
    }
    PageEnds ends = new PageEnds(bytes);
    List<Integer> starts = ends.starts();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : bytes.length;
      byte[] one = starts.size() == 1 ? bytes : Arrays.copyOfRange(bytes, starts.get(i), end);
      // Where pages were joined, the file's address is that of the first.
      Long offset = i == 0 ? null : Long.valueOf(starts.get(i));
      boolean cut = ends.isCut(starts.get(i), end);
      reading.out().capture(capture(source, offset, one).setTruncated(cut).build());
    }
  }

  /** An answer of a server that was saved with its head, as wget and curl do when asked to. */
  private static void readAnswer(Source source, HttpHead head, byte[] bytes, Reading reading)
      throws Damaged {
    String type = head.contentType() == null ? "" : head.contentType();
    SkipKind kind = head.skipKind();
    kind = kind == null ? MediaTypes.skipKind(MediaTypes.bare(type)) : kind;
    HttpBody body = HttpBody.of(bytes, bytes.length, head, false, reading.limits().maxPageBytes());
    if (kind != null) {
      notPage(source, kind, "an answer of HTTP without a page: " + kind.label(), reading);
      return;
    }
    reading
        .out()
        .capture(
            capture(source, null, body.bytes())
                .setContentType(head.contentType())
                .setHttpStatus(head.status())
                .setTruncated(body.truncated())
                .build());
  }

  /** What lies beside pages in an archive is skipped; a file is rejected as what it is. */
  private static void notPage(Source source, SkipKind kind, String what, Reading reading)
      throws Damaged {
    if (source.isFile()) {
      throw new Damaged(Reason.NOT_ARTICLE, "the file is " + what);
    }
    reading.skip(kind);
  }

  /**
   * A page.
   *
   * @param offset where it starts in a file that holds others before it; null if it is the first
   */
  private static Capture.Builder capture(Source source, @Nullable Long offset, byte[] bytes) {
    String mirrored = offset == null ? MirrorPath.address(source.name()) : null;
    String own = offset == null ? source.place().address() : source.place().address(offset);
    SavedFrom saved = SavedFrom.of(bytes);
    byte[] shown = ViewSource.shown(bytes);
    String address = saved.url() == null ? mirrored : saved.url();
    return Capture.newBuilder()
        .setUrl(address == null ? own : address)
        .setUrlEvidence(address == null ? UrlEvidence.FILE_PATH : UrlEvidence.MIRROR_LAYOUT)
        .setCapturedAt(saved.at())
        .setPayload(ByteBuffer.wrap(shown == null ? bytes : shown))
        .setOrigin(source.place().origin(offset, null));
  }

  /** Bytes of text in wide letters, or with holes, as they are without them. */
  private static byte[] withoutNuls(byte[] bytes) {
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    if (length == bytes.length) {
      return bytes;
    }
    byte[] narrow = Arrays.copyOf(bytes, bytes.length);
    for (int i = length; i < bytes.length; i++) {
      narrow[length] = bytes[i];
      length += bytes[i] == 0 ? 0 : 1;
    }
    return Arrays.copyOf(narrow, length);
  }

  /** Whether text has no more control characters than damage puts there. */
  private static boolean isText(byte[] narrow) {
    int length = Math.min(narrow.length, SAMPLE);
    int controls = 0;
    for (int i = 0; i < length; i++) {
      controls += Text.isControl(narrow[i]) ? 1 : 0;
    }
    return controls <= MAX_CONTROLS * length;
  }

  /**
   * Whether pages are packed behind each other in something else: none would be told from the next.
   * Pages that include others have two starts.
   */
  private static boolean isSeveral(byte[] bytes) {
    if (Markup.isHtml(Markup.firstElement(bytes, 0, bytes.length))) {
      return false;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return START.matcher(text).results().limit(2).count() > 1;
  }

  private static boolean isZlib(Source source) throws IOException {
    return (source.bytes().peek(0) << 8 | source.bytes().peek(1)) % 31 == 0;
  }

  /** Whatever its name says, what starts as a page is one. */
  private static @Nullable SkipKind asset(Source source) throws IOException {
    SkipKind kind = AssetNames.kind(source.name());
    if (kind == null) {
      return null;
    }
    byte[] head = Text.headBytes(source.bytes(), ASSET_SAMPLE);
    return MediaTypes.startsHtml(head, 0, head.length) ? null : kind;
  }
}
