package dev.newsfold.stores.gcs;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.FileContent;
import dev.newsfold.sinks.OutputFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A folder of a bucket: the objects whose names begin with its own. An object is shown whole when
 * all its bytes have come, or not at all.
 */
final class GcsFolder implements OutputFolder {
  private static final String TYPE = "application/octet-stream";

  /** The generation of what is not there. */
  private static final long NONE = 0;

  private final GcsClient client;
  private final GcsName prefix;

  /**
   * A folder.
   *
   * @param prefix of its objects: with a slash at its end, or the whole bucket
   */
  GcsFolder(GcsClient client, GcsName prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  @Override
  public String address() {
    String folder = prefix.address();
    return folder.substring(0, folder.length() - 1);
  }

  @Override
  public OutputFolder below(String name) {
    return new GcsFolder(client, prefix.plus(name + '/'));
  }

  @Override
  public List<Entry> list() throws IOException {
    List<Entry> entries = new ArrayList<>();
    client.list(
        prefix,
        object -> {
          if (!object.getName().endsWith("/")) {
            entries.add(
                new Entry(
                    object.getName().substring(prefix.name().length()),
                    object.getSize().longValueExact(),
                    object.getTimeCreated().getValue()));
          }
        });
    return entries;
  }

  @Override
  public boolean isFree() throws IOException {
    return !client.holds(prefix);
  }

  @Override
  public boolean exists(String name) throws IOException {
    return client.find(prefix.plus(name)).isPresent();
  }

  @Override
  public InputStream open(String name) throws IOException {
    return client.open(prefix.plus(name), 0);
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    client.put(prefix.plus(name), new ByteArrayContent(TYPE, bytes), null);
  }

  @Override
  public void fill(String name, byte[] bytes) throws IOException {
    write(name, bytes);
  }

  @Override
  public void fill(String name, Path bytes) throws IOException {
    client.put(prefix.plus(name), new FileContent(TYPE, bytes.toFile()), null);
  }

  @Override
  public void settle(List<String> names) {
    // What was answered is kept.
  }

  @Override
  public boolean createNew(String name, byte[] bytes) throws IOException {
    // A request whose answer was lost is repeated; then what is there is our own.
    return client.put(prefix.plus(name), new ByteArrayContent(TYPE, bytes), NONE)
        || Arrays.equals(read(name), bytes);
  }

  @Override
  public void delete(String name) throws IOException {
    client.delete(prefix.plus(name));
  }

  @Override
  public String toString() {
    return address();
  }
}
