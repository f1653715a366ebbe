package dev.newsfold.captures;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The local files that inputs name: files, folders with all below them, and globs.
 *
 * <p>A file's path is given below the one folder that is the input or, of several inputs, below
 * their deepest common folder. Where an input has a {@code /./}, that folder is what stands before
 * it, as with rsync's {@code --relative}. An input that lies within another is read once.
 */
public final class InputTree {
  private InputTree() {}

  /**
   * Lists the files in order of their names' bytes, folder by folder. At any time it holds the
   * names of one folder a level.
   *
   * @throws NoSuchFileException if an input names no file
   * @throws IOException if an input may not be looked at
   */
  public static Stream<InputEntry> list(List<String> inputs) throws IOException {
    List<Input> roots = outermost(inputs);
    List<Path> inside = new ArrayList<>();
    for (Input root : roots) {
      inside.add(root.folder().toRealPath());
    }
    Walks walks = new Walks(roots, commonFolder(roots), inside);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(walks, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /**
   * Whether listing an input would list a file or folder, were it there, or one that it lies in.
   *
   * @throws NoSuchFileException if the input names no file
   */
  public static boolean covers(String input, Path path) throws IOException {
    Input one = Input.of(input);
    Path real = RealPath.of(path);
    Path base = RealPath.of(one.glob() == null ? one.path() : one.folder());
    Glob glob = one.glob();
    return real.startsWith(base) && (glob == null || glob.coversBelow(base, real));
  }

  /** Whether an input is, or lies in, a folder; of a glob, whether all it matches does. */
  public static boolean isIn(String input, Path folder) throws IOException {
    return RealPath.of(Input.of(input).path()).startsWith(RealPath.of(folder));
  }

  /** The inputs, without the files and folders that lie within another folder among them. */
  private static List<Input> outermost(List<String> inputs) throws IOException {
    List<Input> all = new ArrayList<>();
    for (String input : inputs) {
      all.add(Input.of(input));
    }
    return all.stream()
        .filter(one -> all.stream().noneMatch(other -> other.contains(one)))
        .toList();
  }

  private static Path commonFolder(List<Input> roots) {
    Path common = roots.isEmpty() ? Path.of("/") : roots.get(0).named();
    for (Input root : roots) {
      while (!root.named().startsWith(common)) {
        Path parent = common.getParent();
        if (parent == null) {
          return common;
        }
        common = parent;
      }
    }
    return common;
  }

  /** One walk after the other, so that only one is under way. */
  private static final class Walks implements Iterator<InputEntry> {
    private final List<Input> roots;
    private final Path common;
    private final List<Path> inside;
    private int started;
    private Iterator<InputEntry> walk = Collections.emptyIterator();

    private Walks(List<Input> roots, Path common, List<Path> inside) {
      this.roots = roots;
      this.common = common;
      this.inside = inside;
    }

    @Override
    public boolean hasNext() {
      while (!walk.hasNext() && started < roots.size()) {
        List<Input> earlier = roots.subList(0, started);
        walk =
            new FolderWalk(
                roots.get(started++),
                common,
                inside,
                path -> earlier.stream().anyMatch(other -> other.covers(path)));
      }
      return walk.hasNext();
    }

    @Override
    public InputEntry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return walk.next();
    }
  }

  /**
   * One input.
   *
   * @param folder where it starts: the folder, the file's folder, or the fixed part of a glob
   * @param path the file or folder itself; for a glob, its fixed part
   * @param glob matches paths below folder; null for a file or a folder
   * @param named the folder below which its files are named, where that is up to it
   */
  record Input(Path folder, Path path, @Nullable Glob glob, Path named) {
    private Input(Path folder, Path path, @Nullable Glob glob) {
      this(folder, path, glob, folder);
    }

    static Input of(String input) throws IOException {
      Input whole = ofWhole(input);
      int mark = InputNames.markIn(input);
      if (mark < 0) {
        return whole;
      }
      Path named = ofWhole(mark == 0 ? "/" : input.substring(0, mark)).folder;
      return new Input(whole.folder, whole.path, whole.glob, named);
    }

    private static Input ofWhole(String input) throws IOException {
      Path literal = literalPath(input);
      if (literal != null && Files.exists(literal)) {
        Path path = literal.toAbsolutePath().normalize();
        Path parent = path.getParent();
        Path folder = parent == null || Files.isDirectory(path) ? path : parent;
        return new Input(folder, path, null);
      }
      int sign = InputNames.firstGlobSign(input);
      if (sign < 0) {
        throw new NoSuchFileException(input);
      }
      int slash = input.lastIndexOf('/', sign);
      String fixed = slash < 0 ? "." : slash == 0 ? "/" : input.substring(0, slash);
      Path base = Path.of(fixed).toAbsolutePath().normalize();
      if (!Files.isDirectory(base)) {
        throw new NoSuchFileException(input);
      }
      return new Input(base, base, Glob.of(input.substring(slash + 1)));
    }

    /** True if listing this input lists that path, and all below it. */
    boolean covers(Path other) {
      return glob == null ? other.startsWith(path) : glob.coversBelow(folder, other);
    }

    /** True if the other input lies within this folder. */
    boolean contains(Input other) {
      return glob == null
          && other.glob == null
          && other.path.startsWith(path)
          && !other.path.equals(path);
    }

    private static @Nullable Path literalPath(String input) {
      try {
        return input.startsWith("file:/") ? Path.of(URI.create(input)) : Path.of(input);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }

  /**
   * A pattern below a folder, as {@link java.nio.file.FileSystem#getPathMatcher} reads it.
   *
   * @param depth of the deepest path that it matches
   */
  record Glob(PathMatcher matcher, int depth) {

    static Glob of(String pattern) {
      int depth = pattern.contains("**") ? Integer.MAX_VALUE : Path.of(pattern).getNameCount();
      return new Glob(FileSystems.getDefault().getPathMatcher("glob:" + pattern), depth);
    }

    boolean matches(Path folder, Path path) {
      return matcher.matches(folder.relativize(path));
    }

    /** True if the path, or a folder above it, matches. */
    boolean coversBelow(Path folder, Path path) {
      for (Path at = path; at != null && at.startsWith(folder) && !at.equals(folder); ) {
        if (matches(folder, at)) {
          return true;
        }
        at = at.getParent();
      }
      return false;
    }
  }
}
