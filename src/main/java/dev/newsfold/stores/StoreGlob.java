package dev.newsfold.stores;

import dev.newsfold.captures.InputNames;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import org.jspecify.annotations.Nullable;

/**
 * A glob, which means in a store what it means among the files of this machine.
 *
 * @param folder the address of the folder that all it matches lies below, without a slash at its
 *     end
 * @param matcher of paths below that
 */
public record StoreGlob(String folder, PathMatcher matcher) {
  /** The glob that an address is; nothing if it is none. */
  public static @Nullable StoreGlob of(String address) {
    int sign = InputNames.firstGlobSign(address);
    if (sign < 0) {
      return null;
    }
    int slash = address.lastIndexOf('/', sign);
    return new StoreGlob(
        address.substring(0, slash),
        FileSystems.getDefault().getPathMatcher("glob:" + address.substring(slash + 1)));
  }

  /** Whether it matches a file, or a folder that this lies in. */
  public boolean matches(String location) {
    for (Path path = Path.of(location.substring(folder.length() + 1));
        path != null;
        path = path.getParent()) {
      if (matcher.matches(path)) {
        return true;
      }
    }
    return false;
  }
}
