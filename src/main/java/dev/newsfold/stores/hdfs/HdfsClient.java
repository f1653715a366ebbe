package dev.newsfold.stores.hdfs;

import dev.newsfold.stores.StoreErrors;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.hadoop.conf.ConfigRedactor;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonConfigurationKeysPublic;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.HdfsConfiguration;

/** Hadoop's client of the file systems that addresses name, configured as its options say. */
final class HdfsClient {
  private record Key(String host, Map<String, String> configuration) {}

  /** Hadoop keeps file systems, too, but reads its defaults anew to find one. */
  private static final Map<Key, DistributedFileSystem> FILE_SYSTEMS = new ConcurrentHashMap<>();

  private final Map<String, String> configuration;

  HdfsClient(PipelineOptions options) {
    this.configuration = found(options);
  }

  /**
   * Has the options carry the files of {@code HADOOP_CONF_DIR} to workers, which may not have them.
   * What is a password or a key by its name stays here: jobs are shown with their options.
   */
  static void setUp(PipelineOptions options) {
    Configuration carried = new Configuration(false);
    ConfigRedactor redactor = new ConfigRedactor(carried);
    found(options)
        .forEach(
            (name, value) -> {
              if (value.equals(redactor.redact(name, value))) {
                carried.set(name, value);
              }
            });
    // Beam takes the scheme that it serves from this; addresses name their hosts.
    String usual = carried.getRaw(CommonConfigurationKeysPublic.FS_DEFAULT_NAME_KEY);
    if (usual == null || !usual.startsWith("hdfs:")) {
      carried.set(CommonConfigurationKeysPublic.FS_DEFAULT_NAME_KEY, "hdfs:///");
    }
    options.as(HadoopFileSystemOptions.class).setHdfsConfiguration(List.of(carried));
  }

  private static Map<String, String> found(PipelineOptions options) {
    Map<String, String> found = new TreeMap<>();
    List<Configuration> given = options.as(HadoopFileSystemOptions.class).getHdfsConfiguration();
    for (Configuration one : given == null ? List.<Configuration>of() : given) {
      one.forEach(property -> found.put(property.getKey(), property.getValue()));
    }
    return found;
  }

  /** The path that an address names; of a host alone, its root. */
  static Path path(String address) {
    int host = address.indexOf("//") + 2;
    return new Path(address.indexOf('/', host) < 0 ? address + '/' : address);
  }

  /** An address without slashes at its end. */
  static String trimmed(String address) {
    int end = address.length();
    while (address.charAt(end - 1) == '/' && address.charAt(end - 2) != '/') {
      end--;
    }
    return address.substring(0, end);
  }

  private DistributedFileSystem of(Path path) throws IOException {
    Key key = new Key(String.valueOf(path.toUri().getAuthority()), configuration);
    DistributedFileSystem known = FILE_SYSTEMS.get(key);
    if (known != null) {
      return known;
    }
    Configuration whole = new HdfsConfiguration();
    configuration.forEach(whole::set);
    if (FileSystem.get(path.toUri(), whole) instanceof DistributedFileSystem hdfs) {
      FILE_SYSTEMS.put(key, hdfs);
      return hdfs;
    }
    throw new IOException("Hadoop's configuration takes it for another file system");
  }

  /** What can be asked of a file system. */
  @FunctionalInterface
  interface Question<T> {
    T of(DistributedFileSystem files) throws IOException;
  }

  /** Asks the file system of a path; a failure names that. */
  <T> T ask(Path path, Question<T> question) throws IOException {
    try {
      return question.of(of(path));
    } catch (IOException | RuntimeException e) {
      throw StoreErrors.of(path.toString(), e);
    }
  }

  /** Hands on the files below a folder at any depth; the file alone, where the path is of one. */
  static void forEachFile(DistributedFileSystem files, Path folder, Consumer<FileStatus> sink)
      throws IOException {
    RemoteIterator<LocatedFileStatus> below = files.listFiles(folder, true);
    while (below.hasNext()) {
      sink.accept(below.next());
    }
  }

  /** The path of a file or folder below another one, with slashes. */
  static String below(Path folder, FileStatus file) {
    String root = folder.toUri().getPath();
    String path = file.getPath().toUri().getPath();
    return path.substring(root.endsWith("/") ? root.length() : root.length() + 1);
  }
}
