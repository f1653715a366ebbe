package dev.newsfold.aggregate;

import dev.newsfold.records.InputFile;
import dev.newsfold.records.Rejection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account of every input file, kept as entries that add up. A capture is entered when it is
 * read, and again when its fate is known; in a finished run both sides are equal: {@code captures =
 * articles + recaptures + rejections + skips}.
 */
public final class Ledger {
  /** Why a capture that came before is skipped. */
  public static final String REDELIVERED = "redelivered";

  private Ledger() {}

  /** An entry for {@code path} that counts nothing yet. */
  public static InputFile.Builder of(String path) {
    return InputFile.newBuilder().setPath(path).setCaptures(0).setArticles(0).setRecaptures(0);
  }

  /** A capture that could be parsed counts as a recapture until its address picks a winner. */
  public static InputFile parsed(String path) {
    return of(path).setRecaptures(1).build();
  }

  /** A capture that became the article of its address: no recapture after all. */
  public static InputFile won(String path) {
    return of(path).setArticles(1).setRecaptures(-1).build();
  }

  /** A capture that was the article of its address until another one won: a recapture now. */
  public static InputFile lost(String path) {
    return lost(path, null);
  }

  /** The same for a capture that some run has read. */
  public static InputFile lost(String path, @Nullable String run) {
    return of(path).setRun(run).setArticles(-1).setRecaptures(1).build();
  }

  /** A capture that some run has read and that is the article of its address now. */
  public static InputFile won(String path, @Nullable String run) {
    return of(path).setRun(run).setArticles(1).setRecaptures(-1).build();
  }

  /** A rejection, at whatever stage. */
  public static InputFile rejected(Rejection rejection) {
    return of(rejection.getOrigin().getFile())
        .setRejections(Map.of(rejection.getReason().name(), 1L))
        .build();
  }

  /** The sum of two entries of one file. */
  public static InputFile add(InputFile a, InputFile b) {
    return InputFile.newBuilder(a)
        .setSize(a.getSize() == null ? b.getSize() : a.getSize())
        .setDigest(a.getDigest() == null ? b.getDigest() : a.getDigest())
        .setCaptures(a.getCaptures() + b.getCaptures())
        .setArticles(a.getArticles() + b.getArticles())
        .setRecaptures(a.getRecaptures() + b.getRecaptures())
        .setRejections(add(a.getRejections(), b.getRejections()))
        .setSkips(add(a.getSkips(), b.getSkips()))
        .build();
  }

  /** How many captures of {@code file} have no fate; 0 in a finished run. */
  public static long unexplained(InputFile file) {
    return unexplained(
        file.getCaptures(),
        file.getArticles(),
        file.getRecaptures(),
        file.getRejections(),
        file.getSkips());
  }

  /** How many of these captures have no fate. */
  public static long unexplained(
      long captures,
      long articles,
      long recaptures,
      Map<String, Long> rejections,
      Map<String, Long> skips) {
    return captures - articles - recaptures - sum(rejections) - sum(skips);
  }

  /** The sum of counts by kind. */
  public static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The sums, kind by kind. */
  public static Map<String, Long> add(Map<String, Long> a, Map<String, Long> b) {
    Map<String, Long> sum = new HashMap<>(a);
    b.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
    // What was taken back as often as it was entered is not there.
    sum.values().removeIf(count -> count == 0);
    return sum;
  }
}
