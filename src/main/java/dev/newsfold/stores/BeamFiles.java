package dev.newsfold.stores;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/** Input files as Beam's file system of a scheme lists and opens them. */
final class BeamFiles implements StoreFiles {
  private static final String BELOW = "/**";

  @Override
  public List<StoredFile> list(String address) throws IOException {
    StoreInput input = StoreInput.of(address);
    if (input.isGlob()) {
      return match(address);
    }
    List<StoredFile> file = address.endsWith("/") ? List.of() : match(address);
    List<StoredFile> found = file.isEmpty() ? match(input.folder() + BELOW) : file;
    if (found.isEmpty()) {
      throw new NoSuchFileException(address);
    }
    return found;
  }

  private static List<StoredFile> match(String spec) throws IOException {
    try {
      MatchResult result = FileSystems.match(spec, EmptyMatchTreatment.ALLOW);
      return result.status() == MatchResult.Status.NOT_FOUND
          ? List.of()
          : result.metadata().stream()
              .map(BeamFiles::file)
              .filter(file -> !file.location().endsWith("/"))
              .sorted(Comparator.comparing(StoredFile::location))
              .toList();
    } catch (IOException | RuntimeException e) {
      IOException told =
          told(spec.endsWith(BELOW) ? spec.substring(0, spec.length() - BELOW.length()) : spec, e);
      if (told instanceof NoSuchFileException absent && absent.getReason() == null) {
        return List.of();
      }
      throw told;
    }
  }

  private static StoredFile file(MatchResult.Metadata found) {
    return new StoredFile(
        found.resourceId().toString(), found.sizeBytes(), found.lastModifiedMillis());
  }

  @Override
  public InputStream open(String location, long from) throws IOException {
    ReadableByteChannel channel = channel(location);
    if (from == 0) {
      return Channels.newInputStream(channel);
    }
    if (channel instanceof SeekableByteChannel seekable) {
      seekable.position(from);
      return Channels.newInputStream(channel);
    }
    InputStream in = Channels.newInputStream(channel);
    in.skipNBytes(from);
    return in;
  }

  private static ReadableByteChannel channel(String location) throws IOException {
    try {
      return FileSystems.open(FileSystems.matchSingleFileSpec(location).resourceId());
    } catch (IOException | RuntimeException e) {
      throw told(location, e);
    }
  }

  @Override
  public long size(String location) throws IOException {
    try {
      return FileSystems.matchSingleFileSpec(location).sizeBytes();
    } catch (IOException | RuntimeException e) {
      throw told(location, e);
    }
  }

  /**
   * What went wrong, in words of files.
   *
   * @throws StoreSetupException if the store was never asked
   */
  private static IOException told(String address, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreSetupException setup) {
        throw setup;
      }
    }
    return StoreErrors.of(address, failure);
  }
}
