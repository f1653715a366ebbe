package dev.newsfold.captures;

/** How inputs and the files below them are written, whatever they lie on. */
public final class InputNames {
  private static final String GLOB_SIGNS = "*?[{";

  /** What stands before it is the folder that files are named below, as in rsync. */
  private static final String NAMED_BELOW = "/./";

  private InputNames() {}

  /** Where the first sign of a glob stands; -1 if there is none. */
  public static int firstGlobSign(String input) {
    for (int i = 0; i < input.length(); i++) {
      if (GLOB_SIGNS.indexOf(input.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Where the mark {@code /./} stands; -1 if there is none. */
  public static int markIn(String input) {
    return input.indexOf(NAMED_BELOW);
  }

  /** The input without the mark. */
  public static String withoutMark(String input) {
    return input.replace(NAMED_BELOW, "/");
  }

  /**
   * Whether a file or folder is hidden, and what is in it with it.
   *
   * @param name of it, or a path that begins with that
   */
  public static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }
}
