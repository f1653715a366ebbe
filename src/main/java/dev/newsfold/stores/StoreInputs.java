package dev.newsfold.stores;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputLister;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.InputStamp;
import dev.newsfold.captures.InputTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Input files of this machine, and of stores. */
public final class StoreInputs implements InputLister, InputOpener {
  private final Stores stores;
  private final boolean absentIsEmpty;

  StoreInputs(Stores stores) {
    this(stores, false);
  }

  private StoreInputs(Stores stores, boolean absentIsEmpty) {
    this.stores = stores;
    this.absentIsEmpty = absentIsEmpty;
  }

  /**
   * Takes a folder of a store in which nothing lies for an empty one. Most stores know no folders
   * but by what lies in them.
   */
  public InputLister whereAbsentIsEmpty() {
    return new StoreInputs(stores, true);
  }

  /**
   * Lists the files of this machine, then those of stores. Of stores it holds all names at once.
   * What is hidden there is one skip for each folder or file, as it is here.
   */
  @Override
  public Stream<InputEntry> list(List<String> inputs) throws IOException {
    List<String> local = inputs.stream().filter(input -> !Stores.isStore(input)).toList();
    List<StoreInput> elsewhere = new ArrayList<>();
    for (String input : inputs) {
      if (Stores.isStore(input)) {
        elsewhere.add(StoreInput.of(input));
      }
    }
    if (elsewhere.isEmpty()) {
      return InputTree.list(local);
    }
    String common = StoreInput.commonFolder(elsewhere);
    Map<String, InputEntry> entries = new LinkedHashMap<>();
    for (StoreInput input : elsewhere) {
      for (StoredFile found : files(input.address())) {
        InputEntry entry = input.entry(found, common);
        entries.putIfAbsent(entry.file().location(), entry);
      }
    }
    return local.isEmpty()
        ? entries.values().stream()
        : Stream.concat(InputTree.list(local), entries.values().stream());
  }

  /**
   * Whether an input takes in a file or folder, whether it is there or not, or one that it lies in.
   *
   * @throws NoSuchFileException if the input is of this machine and names no file
   */
  public boolean covers(String input, String address) throws IOException {
    if (!Stores.isStore(input)) {
      return !Stores.isStore(address) && InputTree.covers(input, Path.of(address));
    }
    StoreInput store = StoreInput.of(input);
    StoreGlob glob = StoreGlob.of(store.address());
    return (address + '/').startsWith(store.folder() + '/')
        && (glob == null || !address.equals(glob.folder()) && glob.matches(address));
  }

  /**
   * Whether an input is, or lies in, a folder; of a glob, whether all it matches does.
   *
   * @throws NoSuchFileException if the input is of this machine and names no file
   */
  public boolean isIn(String input, String folder) throws IOException {
    if (!Stores.isStore(input)) {
      return !Stores.isStore(folder) && InputTree.isIn(input, Path.of(folder));
    }
    return (StoreInput.of(input).folder() + '/').startsWith(folder + '/');
  }

  private List<StoredFile> files(String address) throws IOException {
    try {
      return stores.files(address).list(address);
    } catch (NoSuchFileException e) {
      // With a reason it is more than this folder that is not there: the bucket.
      if (absentIsEmpty && e.getReason() == null) {
        return List.of();
      }
      throw e;
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
    return Stores.isStore(location) ? open(location, 0) : InputOpener.local().open(location);
  }

  @Override
  public InputStream open(String location, long from) throws IOException {
    return Stores.isStore(location)
        ? stores.files(location).open(location, from)
        : InputOpener.local().open(location, from);
  }

  @Override
  public long size(String location) throws IOException {
    return Stores.isStore(location)
        ? stores.files(location).size(location)
        : InputOpener.local().size(location);
  }
}
