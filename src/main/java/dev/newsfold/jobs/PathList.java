package dev.newsfold.jobs;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Paths in one flag, separated by commas. A comma with a backslash ahead of it belongs to a name,
 * and those in the braces of a glob ({@code {a,b}}) to the glob.
 */
final class PathList {
  private static final char BACKSLASH = '\\';

  private PathList() {}

  /** The paths of a list. */
  static List<String> split(String list) {
    List<String> paths = new ArrayList<>();
    StringBuilder path = new StringBuilder();
    int braces = 0;
    for (int at = 0; at < list.length(); at++) {
      char sign = list.charAt(at);
      if (sign == BACKSLASH && braces == 0 && list.startsWith(",", at + 1)) {
        path.append(',');
        at++;
      } else if (sign == BACKSLASH && at + 1 < list.length()) {
        // Whatever it makes of the sign behind it, a glob has to see both.
        path.append(sign).append(list.charAt(++at));
      } else if (sign == ',' && braces == 0) {
        paths.add(path.toString());
        path.setLength(0);
      } else {
        if (sign == '{' && list.indexOf('}', at) > 0) {
          braces++;
        } else if (sign == '}' && braces > 0) {
          braces--;
        }
        path.append(sign);
      }
    }
    paths.add(path.toString());
    return paths;
  }

  /**
   * What was given as one argument, as a part of a list: a file's name that has commas is whole.
   */
  static String part(String given) {
    return given.indexOf(',') >= 0 && exists(given) ? given.replace(",", "\\,") : given;
  }

  private static boolean exists(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
