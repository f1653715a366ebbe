package dev.newsfold.captures.containers;

import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.MediaTypes;
import dev.newsfold.captures.warc.PageBytes;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Reason;
import dev.newsfold.records.UrlEvidence;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A page, or what is taken for one until it is decoded. In archives the images, styles and scripts
 * that go with pages are told by their names, and skipped.
 */
final class PageFile implements Container {
  /** How much of a source is looked at for markup. */
  private static final int SAMPLE = 4096;

  @Override
  public boolean holds(Source source) {
    return true;
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    if (source.nameEnds(".gz") && source.bytes().peek(0) == 0x78 && isZlib(source)) {
      throw new Damaged(Reason.GZIP_CORRUPT, "a zlib stream, not gzip");
    }
    SkipKind asset = source.isFile() ? null : asset(source);
    if (asset != null) {
      reading.skip(asset);
      return;
    }
    PageBytes page = new PageBytes(reading.limits().maxPageBytes());
    page.appendAll(source.bytes().rest());
    byte[] bytes = page.toArray();
    String mirrored = MirrorPath.address(source.name());
    SavedFrom saved = SavedFrom.of(bytes);
    String address = saved.url() == null ? mirrored : saved.url();
    reading
        .out()
        .capture(
            Capture.newBuilder()
                .setUrl(address == null ? source.place().address() : address)
                .setUrlEvidence(address == null ? UrlEvidence.FILE_PATH : UrlEvidence.MIRROR_LAYOUT)
                .setCapturedAt(saved.at())
                .setPayload(ByteBuffer.wrap(bytes))
                .setOrigin(source.place().origin(null, null))
                .build());
  }

  private static boolean isZlib(Source source) throws IOException {
    return (source.bytes().peek(0) << 8 | source.bytes().peek(1)) % 31 == 0;
  }

  private static @Nullable SkipKind asset(Source source) throws IOException {
    SkipKind kind = AssetNames.kind(source.name());
    if (kind == null) {
      return null;
    }
    byte[] head = Text.headBytes(source.bytes(), SAMPLE);
    return MediaTypes.startsHtml(head, 0, head.length) ? null : kind;
  }
}
