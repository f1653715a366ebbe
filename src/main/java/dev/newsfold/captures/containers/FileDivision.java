package dev.newsfold.captures.containers;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.MeasuredInput;
import dev.newsfold.captures.Place;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Clue;
import dev.newsfold.captures.warc.FileBytes;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Divides a file in parts that can be read by themselves.
 *
 * @param parts takes the parts
 * @param clues takes names of records; if the file has no parts they are to be forgotten
 * @param out takes a small page, which is read at once
 * @param whole reads at once what else is small and has no parts; null if that is one part
 */
record FileDivision(
    OpenFiles files,
    RowFields fields,
    Consumer<FilePart> parts,
    BiConsumer<@Nullable ArchiveFormat, Clue> clues,
    CaptureOutput out,
    @Nullable Function<InputFileRef, FileFacts> whole) {
  /** A page of so many bytes is read when it is met, so that its file is opened once. */
  private static final long SMALL = 256 << 10;

  /** See {@link CaptureReader#parts}. */
  @Nullable FileFacts divide(InputFileRef ref, long partBytes, long maxParts) {
    try {
      long size = files.size(ref);
      if (size > 0 && size <= files.limits().maxFileBytes()) {
        FileFacts facts = opened(ref, size, Math.max(partBytes, size / maxParts));
        if (facts != null) {
          return facts;
        }
      }
    } catch (IOException e) {
      // Reading meets it again, and tells.
    }
    parts.accept(new FilePart(ref, null));
    return null;
  }

  private @Nullable FileFacts opened(InputFileRef ref, long size, long partBytes)
      throws IOException {
    Place place = Place.of(ref.path());
    try (MeasuredInput file = files.open(ref)) {
      Source source = new Source(place, place.file(), new FileBytes(file), 0);
      if (source.bytes().peek(0) < 0) {
        return null;
      }
      Container kind = Reading.kind(source);
      ArchiveFormat format = kind.archive(source);
      if (format == null) {
        if (size > SMALL) {
          return null;
        }
        if (kind.isPage()) {
          return page(source, file, ref);
        }
        return whole == null ? null : whole.apply(ref);
      }
      return records(source, file, ref, format, partBytes);
    }
  }

  private @Nullable FileFacts records(
      Source source, MeasuredInput file, InputFileRef ref, ArchiveFormat format, long partBytes)
      throws IOException {
    boolean divided =
        files
            .archive(ref, format)
            .scan(
                source.bytes(),
                partBytes,
                part -> parts.accept(new FilePart(ref, part)),
                clue -> clues.accept(format, clue));
    if (!divided) {
      return null;
    }
    try {
      return file.finish(0);
    } catch (IOException e) {
      return new FileFacts(null, null, 0);
    }
  }

  /** Whatever happens here is told here: nobody reads the file again. */
  private FileFacts page(Source source, MeasuredInput file, InputFileRef ref) {
    CountedCaptures counted = new CountedCaptures(ref.path(), out);
    Reading.ArchiveReading none =
        (archive, format, segments) -> {
          throw new IllegalStateException("a page holds no archive");
        };
    try {
      new Reading(files.limits(), fields, none, counted, file).read(source);
      return file.finish(counted.count());
    } catch (IOException e) {
      return OpenFiles.unreadable(source.place(), e, counted);
    }
  }
}
