package dev.newsfold.stores;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Input files of one kind of store. */
public interface StoreFiles {
  /**
   * The files that an address names, in the order of their locations: a file, all files below a
   * folder, or those that match a glob. A location begins as the address does.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such file or folder
   */
  List<StoredFile> list(String address) throws IOException;

  /**
   * A file from one of its bytes on.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  InputStream open(String location, long from) throws IOException;

  /** How many bytes a file has. */
  long size(String location) throws IOException;
}
