package dev.newsfold.stores;

import dev.newsfold.captures.InputNames;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A glob, which means in a store what it means among the files of this machine ({@link
 * java.nio.file.FileSystem#getPathMatcher}). Names of a store are no paths here: they may have any
 * character, whatever this machine's locale can write.
 *
 * @param folder the address of the folder that all it matches lies below, without a slash at its
 *     end
 * @param names of files below that
 */
public record StoreGlob(String folder, Pattern names) {
  private static final String GROUP = "(?:";

  /**
   * The glob that an address is; nothing if it is none.
   *
   * @throws PatternSyntaxException if it has a bracket or brace that is not closed
   */
  public static @Nullable StoreGlob of(String address) {
    int sign = InputNames.firstGlobSign(address);
    if (sign < 0) {
      return null;
    }
    int slash = address.lastIndexOf('/', sign);
    return new StoreGlob(address.substring(0, slash), pattern(address.substring(slash + 1)));
  }

  /** Whether it matches a file, or a folder that this lies in. */
  public boolean matches(String location) {
    String name = location.substring(folder.length() + 1);
    for (int end = name.length(); end > 0; end = name.lastIndexOf('/', end - 1)) {
      if (names.matcher(name).region(0, end).matches()) {
        return true;
      }
    }
    return false;
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    boolean group = false;
    for (int at = 0; at < glob.length(); at++) {
      char sign = glob.charAt(at);
      switch (sign) {
        case '*' -> {
          boolean any = at + 1 < glob.length() && glob.charAt(at + 1) == '*';
          regex.append(any ? ".*" : "[^/]*");
          at += any ? 1 : 0;
        }
        case '?' -> regex.append("[^/]");
        case '[' -> at = bracket(glob, at + 1, regex);
        case '{' -> {
          if (group) {
            throw new PatternSyntaxException("a group in a group", glob, at);
          }
          group = true;
          regex.append(GROUP).append(GROUP);
        }
        case '}' -> {
          regex.append(group ? "))" : "}");
          group = false;
        }
        case ',' -> regex.append(group ? ")|" + GROUP : ",");
        default -> {
          at += sign == '\\' ? 1 : 0;
          if (at == glob.length()) {
            throw new PatternSyntaxException("nothing behind the backslash", glob, at - 1);
          }
          int end = glob.offsetByCodePoints(at, 1);
          regex.append(Pattern.quote(glob.substring(at, end)));
          at = end - 1;
        }
      }
    }
    if (group) {
      throw new PatternSyntaxException("a group without its end", glob, glob.length());
    }
    return Pattern.compile(regex.toString());
  }

  /** A sign out of some, or out of all but some; returns where it ends. */
  private static int bracket(String glob, int from, StringBuilder regex) {
    int end = glob.indexOf(']', from);
    if (end < 0) {
      throw new PatternSyntaxException("a bracket without its end", glob, from - 1);
    }
    boolean not = glob.charAt(from) == '!';
    regex.append("[[^/]&&[").append(not ? "^" : "");
    int first = not ? from + 1 : from;
    for (int at = first; at < end; at = glob.offsetByCodePoints(at, 1)) {
      int sign = glob.codePointAt(at);
      boolean range = sign == '-' && at > first && at + 1 < end;
      regex.append(range || Character.isLetterOrDigit(sign) ? "" : "\\").appendCodePoint(sign);
    }
    regex.append("]]");
    return end;
  }
}
