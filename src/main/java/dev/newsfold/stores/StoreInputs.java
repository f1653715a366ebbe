package dev.newsfold.stores;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputLister;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.InputStamp;
import dev.newsfold.captures.InputTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/** Input files of this machine, and of stores through Beam's file systems. */
public final class StoreInputs implements InputLister, InputOpener {
  private static final String BELOW = "/**";

  /**
   * Lists the files of this machine, then those of stores. Of stores it holds all names at once.
   * What is hidden there is one skip for each folder or file, as it is here.
   */
  @Override
  public Stream<InputEntry> list(List<String> inputs) throws IOException {
    List<String> local = inputs.stream().filter(input -> !Stores.isStore(input)).toList();
    List<StoreInput> stores = new ArrayList<>();
    for (String input : inputs) {
      if (Stores.isStore(input)) {
        stores.add(StoreInput.of(input));
      }
    }
    if (stores.isEmpty()) {
      return InputTree.list(local);
    }
    String common = StoreInput.commonFolder(stores);
    Map<String, InputEntry> entries = new LinkedHashMap<>();
    for (StoreInput input : stores) {
      for (MatchResult.Metadata found : found(input)) {
        InputEntry entry = input.entry(found, common);
        entries.putIfAbsent(entry.file().location(), entry);
      }
    }
    return local.isEmpty()
        ? entries.values().stream()
        : Stream.concat(InputTree.list(local), entries.values().stream());
  }

  private static List<MatchResult.Metadata> found(StoreInput input) throws IOException {
    if (input.isGlob()) {
      return match(input.address());
    }
    List<MatchResult.Metadata> file =
        input.address().endsWith("/") ? List.of() : match(input.address());
    List<MatchResult.Metadata> found = file.isEmpty() ? match(input.folder() + BELOW) : file;
    if (found.isEmpty()) {
      throw new NoSuchFileException(input.address());
    }
    return found;
  }

  private static List<MatchResult.Metadata> match(String spec) throws IOException {
    try {
      MatchResult result = FileSystems.match(spec, EmptyMatchTreatment.ALLOW);
      return result.status() == MatchResult.Status.NOT_FOUND
          ? List.of()
          : result.metadata().stream()
              .filter(file -> !file.resourceId().toString().endsWith("/"))
              .sorted(Comparator.comparing(file -> file.resourceId().toString()))
              .toList();
    } catch (IOException | RuntimeException e) {
      IOException told =
          StoreErrors.of(
              spec.endsWith(BELOW) ? spec.substring(0, spec.length() - BELOW.length()) : spec, e);
      if (told instanceof NoSuchFileException absent && absent.getReason() == null) {
        return List.of();
      }
      throw told;
    }
  }

  @Override
  public InputStamp stamp(InputEntry entry) {
    InputStamp listed = entry.listed();
    if (listed != null) {
      return listed;
    }
    // Of a hidden folder of a store nothing is told.
    return Stores.isStore(entry.file().location())
        ? InputStamp.unknown(entry.file())
        : InputStamp.local(entry.file());
  }

  @Override
  public InputStream open(String location) throws IOException {
    return Stores.isStore(location)
        ? Channels.newInputStream(channel(location))
        : InputOpener.local().open(location);
  }

  private static ReadableByteChannel channel(String location) throws IOException {
    try {
      return FileSystems.open(FileSystems.matchSingleFileSpec(location).resourceId());
    } catch (IOException | RuntimeException e) {
      throw StoreErrors.of(location, e);
    }
  }

  @Override
  public InputStream open(String location, long from) throws IOException {
    if (!Stores.isStore(location)) {
      return InputOpener.local().open(location, from);
    }
    ReadableByteChannel channel = channel(location);
    if (channel instanceof SeekableByteChannel seekable) {
      seekable.position(from);
      return Channels.newInputStream(channel);
    }
    InputStream in = Channels.newInputStream(channel);
    in.skipNBytes(from);
    return in;
  }

  @Override
  public long size(String location) throws IOException {
    if (!Stores.isStore(location)) {
      return InputOpener.local().size(location);
    }
    try {
      return FileSystems.matchSingleFileSpec(location).sizeBytes();
    } catch (IOException | RuntimeException e) {
      throw StoreErrors.of(location, e);
    }
  }
}
