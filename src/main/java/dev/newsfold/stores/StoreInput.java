package dev.newsfold.stores;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputNames;
import dev.newsfold.captures.InputStamp;
import dev.newsfold.captures.SkipKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input of a store: an object, all objects below a name, or a glob.
 *
 * @param address without the mark {@code /./}
 * @param folder the folder, or the fixed part of a glob, without a slash at its end
 * @param named the folder below which its files are named
 */
record StoreInput(String address, String folder, String named) {
  static StoreInput of(String input) {
    String address = InputNames.withoutMark(input);
    int sign = InputNames.firstGlobSign(address);
    String fixed = sign < 0 ? address : address.substring(0, address.lastIndexOf('/', sign));
    String folder = fixed.endsWith("/") ? fixed.substring(0, fixed.length() - 1) : fixed;
    int mark = InputNames.markIn(input);
    return new StoreInput(address, folder, mark < 0 ? folder : input.substring(0, mark));
  }

  boolean isGlob() {
    return InputNames.firstGlobSign(address) >= 0;
  }

  /** The deepest folder that all inputs are named below. */
  static String commonFolder(List<StoreInput> inputs) {
    String common = inputs.get(0).named;
    for (StoreInput input : inputs) {
      while (!(input.named + '/').startsWith(common + '/') && common.contains("/")) {
        common = common.substring(0, common.lastIndexOf('/'));
      }
    }
    return common;
  }

  /** A file of it; a name that is hidden below the folder stands for all below that. */
  InputEntry entry(StoredFile found, String common) {
    String location = found.location();
    String root = folder + '/';
    if (location.startsWith(root)) {
      for (int from = root.length(); ; ) {
        int slash = location.indexOf('/', from);
        if (InputNames.isHidden(location.substring(from))) {
          return slash < 0
              ? entry(found, location, common, SkipKind.HIDDEN_FILE)
              : hiddenFolder(location.substring(0, slash), common);
        }
        if (slash < 0) {
          break;
        }
        from = slash + 1;
      }
    }
    return entry(found, location, common, null);
  }

  private static InputEntry entry(
      StoredFile found, String location, String common, @Nullable SkipKind skip) {
    String path = below(common, location);
    return new InputEntry(
        new InputFileRef(location, path),
        skip,
        new InputStamp(path, found.bytes(), found.changed()));
  }

  private static InputEntry hiddenFolder(String location, String common) {
    return new InputEntry(
        new InputFileRef(location, below(common, location)), SkipKind.HIDDEN_FILE);
  }

  private static String below(String common, String location) {
    return location.startsWith(common + '/')
        ? location.substring(common.length() + 1)
        : location.substring(location.lastIndexOf('/') + 1);
  }
}
