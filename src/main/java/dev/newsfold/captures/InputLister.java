package dev.newsfold.captures;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Lists the files that inputs name: files, folders with all below them, and globs. */
public interface InputLister {

  /**
   * @throws java.nio.file.NoSuchFileException if an input names no file
   * @throws IOException if an input may not be looked at
   */
  Stream<InputEntry> list(List<String> inputs) throws IOException;

  /** By what a change of a listed file shows, as it was when it was listed or later. */
  InputStamp stamp(InputEntry entry);

  /** Lists files of this machine. */
  static InputLister local() {
    return new InputLister() {
      @Override
      public Stream<InputEntry> list(List<String> inputs) throws IOException {
        return InputTree.list(inputs);
      }

      @Override
      public InputStamp stamp(InputEntry entry) {
        return InputStamp.local(entry.file());
      }
    };
  }
}
