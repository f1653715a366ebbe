package dev.newsfold.captures;

import dev.newsfold.captures.InputTree.Glob;
import dev.newsfold.captures.InputTree.Input;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks one input, folder by folder, each sorted. Links are followed within the inputs, and no
 * folder is entered twice through links, so that a walk ends whatever they lead to.
 */
final class FolderWalk implements Iterator<InputEntry> {
  /** How names of files end that something else is still writing, or holds. */
  private static final List<String> TEMPORARY_ENDS =
      List.of(".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".swp", "~", "#");

  private final Path common;
  private final List<Path> inside;
  private final Predicate<Path> listed;
  private final Path base;
  private final @Nullable Glob glob;
  private final Set<Path> enteredByLink = new HashSet<>();
  private final Deque<Folder> open = new ArrayDeque<>();
  private @Nullable InputEntry next;

  /**
   * @param common the folder that paths are given below
   * @param inside the real folders out of which no link is followed
   * @param listed tells paths that another input lists already
   */
  FolderWalk(Input input, Path common, List<Path> inside, Predicate<Path> listed) {
    this.common = common;
    this.inside = inside;
    this.listed = listed;
    this.base = input.folder();
    this.glob = input.glob();
    if (input.glob() != null) {
      next = enter(input.path(), false);
    } else if (!listed.test(input.path())) {
      // What the user names is read, whatever its name; only what is no file is not.
      next =
          Files.isDirectory(input.path())
              ? enter(input.path(), true)
              : Files.isRegularFile(input.path())
                  ? entry(input.path(), null)
                  : entry(input.path(), SkipKind.SPECIAL_FILE);
    }
    if (next == null) {
      advance();
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public InputEntry next() {
    InputEntry result = next;
    if (result == null) {
      throw new NoSuchElementException();
    }
    advance();
    return result;
  }

  private void advance() {
    next = null;
    while (next == null && !open.isEmpty()) {
      Folder folder = open.peek();
      if (folder.names.hasNext()) {
        next = visit(folder, folder.path.resolve(folder.names.next()));
      } else {
        open.pop();
      }
    }
  }

  private @Nullable InputEntry visit(Folder parent, Path path) {
    boolean whole = parent.whole || glob != null && glob.matches(base, path);
    if (whole && listed.test(path)) {
      return null;
    }
    try {
      BasicFileAttributes own =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String name = PathText.below(parent.path, path);
      if (InputNames.isHidden(name)) {
        return whole ? entry(path, SkipKind.HIDDEN_FILE) : null;
      }
      if (own.isDirectory()) {
        return whole || parent.depth < maxDepth() ? enter(path, whole) : null;
      }
      if (own.isSymbolicLink()) {
        return visitLink(path, name, whole, parent.depth);
      }
      return whole ? file(path, name, own) : null;
    } catch (IOException e) {
      // Whoever reads it will meet the same error, and reject it.
      return whole ? entry(path, null) : null;
    }
  }

  private @Nullable InputEntry visitLink(Path link, String name, boolean whole, int depth) {
    Path target;
    BasicFileAttributes attributes;
    try {
      target = link.toRealPath();
      attributes = Files.readAttributes(target, BasicFileAttributes.class);
    } catch (IOException e) {
      return whole ? entry(link, isLoop(e) ? SkipKind.SYMLINK_LOOP : null) : null;
    }
    if (attributes.isOther()) {
      return whole ? entry(link, SkipKind.SPECIAL_FILE) : null;
    }
    if (inside.stream().noneMatch(target::startsWith)) {
      return whole ? entry(link, SkipKind.SYMLINK_OUTSIDE) : null;
    }
    if (!attributes.isDirectory()) {
      return whole ? file(link, name, attributes) : null;
    }
    boolean above = open.stream().anyMatch(folder -> folder.real().startsWith(target));
    if (above || !enteredByLink.add(target)) {
      return whole ? entry(link, SkipKind.SYMLINK_LOOP) : null;
    }
    return whole || depth < maxDepth() ? enter(link, whole) : null;
  }

  private InputEntry file(Path path, String name, BasicFileAttributes attributes) {
    if (attributes.isOther()) {
      return entry(path, SkipKind.SPECIAL_FILE);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean temporary = lower.startsWith("~") || TEMPORARY_ENDS.stream().anyMatch(lower::endsWith);
    return entry(path, temporary ? SkipKind.TEMPORARY_FILE : null);
  }

  /** Opens a folder; if it cannot be listed, it is an entry that cannot be read. */
  private @Nullable InputEntry enter(Path folder, boolean whole) {
    List<Path> names = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      children.forEach(child -> names.add(child.getFileName()));
    } catch (IOException | DirectoryIteratorException e) {
      return entry(folder, null);
    }
    Collections.sort(names);
    int depth = open.isEmpty() ? 1 : open.peek().depth + 1;
    open.push(new Folder(folder, names.iterator(), whole, depth));
    return null;
  }

  private int maxDepth() {
    return glob == null ? Integer.MAX_VALUE : glob.depth();
  }

  private InputEntry entry(Path path, @Nullable SkipKind skip) {
    return new InputEntry(new InputFileRef(PathText.uri(path), PathText.below(common, path)), skip);
  }

  /** The kernel's ELOOP comes as a plain error with the system's words. */
  private static boolean isLoop(IOException e) {
    return e instanceof FileSystemLoopException
        || String.valueOf(e.getMessage()).contains("Too many levels of symbolic links");
  }

  /**
   * A folder being read.
   *
   * @param whole true if all below it is listed; false if only what the glob matches
   * @param depth of its children below the input, from 1
   */
  private record Folder(Path path, Iterator<Path> names, boolean whole, int depth) {
    Path real() {
      try {
        return path.toRealPath();
      } catch (IOException e) {
        return path;
      }
    }
  }
}
