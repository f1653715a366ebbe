package dev.newsfold.stores;

import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.OutputFolder;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A store in a local folder, of whose reads and writes some fail: {@code faulty://SEED-PERMILLE/…}
 * fails so many in a thousand. A write that fails may have been done, by half or whole, as when the
 * answer is lost. The same seed fails the same operations, as far as these come in the same order.
 */
public final class FaultyStore implements Store {
  private static final Map<String, Random> DICE = new ConcurrentHashMap<>();

  /** The address of a folder. */
  static String address(long seed, int permille, Path folder) {
    return "faulty://" + seed + '-' + permille + folder.toAbsolutePath();
  }

  @Override
  public String scheme() {
    return "faulty";
  }

  @Override
  public OutputFolder folder(String address, PipelineOptions options) {
    String rest = address.substring("faulty://".length());
    if (rest.indexOf('/') < 0) {
      rest += '/';
    }
    int slash = rest.indexOf('/');
    String authority = rest.substring(0, slash);
    int dash = authority.indexOf('-');
    Random dice =
        DICE.computeIfAbsent(
            authority, name -> new Random(Long.parseLong(authority.substring(0, dash))));
    return new Folder(
        new LocalFolder(Path.of(rest.substring(slash))),
        "faulty://" + authority,
        dice,
        Integer.parseInt(authority.substring(dash + 1)));
  }

  private record Folder(OutputFolder folder, String root, Random dice, int permille)
      implements OutputFolder {
    private boolean falls() {
      synchronized (dice) {
        return dice.nextInt(1000) < permille;
      }
    }

    private void mayFail(String what) throws IOException {
      if (falls()) {
        throw new IOException("injected: " + what);
      }
    }

    @Override
    public String address() {
      return root + folder.address();
    }

    @Override
    public OutputFolder below(String name) {
      return new Folder(folder.below(name), root, dice, permille);
    }

    @Override
    public List<Entry> list() throws IOException {
      mayFail("list");
      return folder.list();
    }

    @Override
    public boolean isFree() throws IOException {
      mayFail("look");
      return folder.isFree();
    }

    @Override
    public boolean exists(String name) throws IOException {
      mayFail("look at " + name);
      return folder.exists(name);
    }

    @Override
    public InputStream open(String name) throws IOException {
      mayFail("open " + name);
      return new FilterInputStream(folder.open(name)) {
        @Override
        public int read(byte[] into, int from, int length) throws IOException {
          mayFail("read " + name);
          return super.read(into, from, length);
        }
      };
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
      mayFail("write " + name);
      folder.write(name, bytes);
      mayFail("answer to write " + name);
    }

    @Override
    public void fill(String name, byte[] bytes) throws IOException {
      if (falls()) {
        folder.fill(name, Arrays.copyOf(bytes, bytes.length / 2));
        throw new IOException("injected: fill " + name);
      }
      folder.fill(name, bytes);
      mayFail("answer to fill " + name);
    }

    @Override
    public void settle(List<String> names) throws IOException {
      mayFail("settle");
      folder.settle(names);
    }

    @Override
    public boolean createNew(String name, byte[] bytes) throws IOException {
      mayFail("create " + name);
      boolean created = folder.createNew(name, bytes);
      mayFail("answer to create " + name);
      return created;
    }

    @Override
    public void delete(String name) throws IOException {
      mayFail("delete " + name);
      folder.delete(name);
    }

    @Override
    public Optional<Closeable> lock(String name) throws IOException {
      mayFail("lock");
      return folder.lock(name);
    }

    @Override
    public boolean locksOutOthers() {
      return folder.locksOutOthers();
    }
  }
}
