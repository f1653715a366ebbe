package dev.newsfold.stores.hdfs;

import dev.newsfold.stores.StoreFiles;
import dev.newsfold.stores.StoreGlob;
import dev.newsfold.stores.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Input files of HDFS, by Hadoop's own client: Beam's file system of it takes names for globs, and
 * loses files below folders with a space in their names.
 */
final class HdfsFiles implements StoreFiles {
  private final HdfsClient client;

  HdfsFiles(HdfsClient client) {
    this.client = client;
  }

  @Override
  public List<StoredFile> list(String address) throws IOException {
    StoreGlob glob = StoreGlob.of(address);
    if (glob != null) {
      return matching(glob);
    }
    Path path = HdfsClient.path(address);
    FileStatus named = client.ask(path, files -> files.getFileStatus(path));
    if (named.isFile() && !address.endsWith("/")) {
      return List.of(file(address, named));
    }
    return below(HdfsClient.trimmed(address), path);
  }

  private List<StoredFile> matching(StoreGlob glob) throws IOException {
    try {
      return below(glob.folder(), HdfsClient.path(glob.folder())).stream()
          .filter(file -> glob.matches(file.location()))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private List<StoredFile> below(String folder, Path path) throws IOException {
    List<StoredFile> found = new ArrayList<>();
    client.ask(
        path,
        files -> {
          HdfsClient.forEachFile(
              files,
              path,
              file -> found.add(file(folder + '/' + HdfsClient.below(path, file), file)));
          return found;
        });
    found.sort(Comparator.comparing(StoredFile::location));
    return found;
  }

  private static StoredFile file(String location, FileStatus file) {
    return new StoredFile(location, file.getLen(), file.getModificationTime());
  }

  @Override
  public InputStream open(String location, long from) throws IOException {
    Path path = HdfsClient.path(location);
    return client.ask(
        path,
        files -> {
          FSDataInputStream in = files.open(path);
          if (from > 0) {
            in.seek(from);
          }
          return in;
        });
  }

  @Override
  public long size(String location) throws IOException {
    Path path = HdfsClient.path(location);
    return client.ask(path, files -> files.getFileStatus(path).getLen());
  }
}
