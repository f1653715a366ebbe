package dev.newsfold.captures.containers;

import dev.newsfold.captures.Addresses;
import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.LenientTime;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.UrlEvidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a Mozilla archive (MAFF), a ZIP archive with a folder for each: what stands in the
 * folder's {@code index.rdf}, before its page or behind it, tells whence and when the page came.
 * One page waits for that at a time.
 *
 * @see <a href="http://maf.mozdev.org/maff-specification.html">MAFF</a>
 */
final class MozillaArchive implements CaptureOutput {
  /** No description is longer. */
  private static final int MAX_DESCRIPTION = 64 << 10;

  private static final Pattern FIELD =
      Pattern.compile(
          "<(?:\\w{1,16}:)?(originalurl|archivetime|charset)\\s[^>]{0,200}?resource=\"([^\"]{1,8000})\"",
          Pattern.CASE_INSENSITIVE);

  private final CaptureOutput out;
  private @Nullable String folder;
  private @Nullable Capture page;
  private @Nullable String url;
  private @Nullable Instant at;
  private @Nullable String charset;

  MozillaArchive(CaptureOutput out) {
    this.out = out;
  }

  static boolean is(Source source) {
    return source.nameEnds(".maff");
  }

  /**
   * Says which entry comes next: with its folder, the page of another ends.
   *
   * @return its content, seen through if that tells about the page
   */
  InputStream seen(String entry, InputStream content) throws IOException {
    String next = entry.substring(0, entry.lastIndexOf('/') + 1);
    if (folder == null || !next.startsWith(folder)) {
      finish();
      folder = next;
    }
    String name = entry.substring(next.length()).toLowerCase(Locale.ROOT);
    if (!next.equals(folder) || !name.equals("index.rdf")) {
      return content;
    }
    byte[] description = content.readNBytes(MAX_DESCRIPTION);
    describe(new String(description, StandardCharsets.UTF_8));
    return new SequenceInputStream(new ByteArrayInputStream(description), content);
  }

  private void describe(String description) {
    Matcher field = FIELD.matcher(description);
    while (field.find()) {
      String value = CharacterReferences.undone(field.group(2));
      switch (field.group(1).toLowerCase(Locale.ROOT)) {
        case "originalurl" -> url = Addresses.normalize(value);
        case "archivetime" -> at = LenientTime.parse(value.replaceFirst("\\s*\\(.*", ""));
        default -> charset = value.matches("[\\w.:-]{2,40}") ? value : null;
      }
    }
  }

  /** Hands the page on that waits, with what is known of it. */
  void finish() {
    if (page != null) {
      Capture.Builder known = Capture.newBuilder(page);
      if (url != null && !url.startsWith("file:")) {
        known.setUrl(url).setUrlEvidence(UrlEvidence.FETCHED);
      }
      if (at != null) {
        known.setCapturedAt(at);
      }
      if (charset != null) {
        known.setContentType("text/html; charset=" + charset);
      }
      out.capture(known.build());
    }
    page = null;
    url = null;
    at = null;
    charset = null;
  }

  @Override
  public void capture(Capture capture) {
    String member = String.valueOf(capture.getOrigin().getMember());
    String name = member.substring(member.lastIndexOf('/') + 1);
    // What the page shows in frames lies one folder below.
    boolean beside = member.equals(folder + name);
    if (page == null && beside && name.toLowerCase(Locale.ROOT).startsWith("index.")) {
      page = capture;
    } else {
      out.capture(capture);
    }
  }

  @Override
  public void reject(Rejection rejection) {
    out.reject(rejection);
  }

  @Override
  public void skip(SkipKind kind) {
    out.skip(kind);
  }
}
