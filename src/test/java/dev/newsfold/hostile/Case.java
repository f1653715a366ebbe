package dev.newsfold.hostile;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A row of a corpus' index: a file, and what may come of it.
 *
 * @param file its path below the corpus
 * @param category what it is a case of
 * @param allowed verdicts: {@code article}, {@code skip} or {@code reject:<reason>}
 * @param articles how many articles it yields
 * @param rejections how many rejections it yields
 * @param detail why, in words
 */
record Case(
    String file,
    String category,
    Set<String> allowed,
    Count articles,
    Count rejections,
    String detail) {
  private static final Pattern PUBLISH_DAY = Pattern.compile("\\bdate=(\\d{4}-\\d{2}-\\d{2})");

  /** Verdicts of a corpus that wants every article dated; ours may stay undated. */
  private static final Set<String> UNDATED =
      Set.of("reject:no_date", "reject:bad_date", "reject:future_date");

  /** What may come of a page without a date: part of a page may turn out to be no article. */
  private static final Set<String> AS_GOOD =
      Set.of("article", "reject:not_article", "reject:truncated");

  /** The cases of an index. */
  static List<Case> read(Path index) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String row : Files.readAllLines(index, StandardCharsets.UTF_8)) {
      String[] cells = row.split("\t", -1);
      if (cells[0].equals("file") || row.isBlank()) {
        continue;
      }
      Set<String> allowed = new TreeSet<>(Arrays.asList(cells[3].split(",")));
      allowed.remove("-");
      allowed.add(cells[2]);
      cases.add(
          new Case(cells[0], cells[1], allowed, Count.of(cells[4]), Count.of(cells[5]), cells[6]));
    }
    return cases;
  }

  /** The publish day that the words name. */
  Optional<String> publishDay() {
    return PUBLISH_DAY.matcher(detail).results().map(day -> day.group(1)).findFirst();
  }

  /** Whether an article is no answer here unless it is undated. */
  boolean mustBeUndated() {
    return !allowed.contains("article") && allowed.stream().anyMatch(UNDATED::contains);
  }

  /** Whether a record is expected to be given up that may as well be read. */
  private boolean mayBeMended() {
    return allowed.contains("reject:warc_malformed") || allowed.contains("reject:warc_truncated");
  }

  /** What is wrong with what the ledger says of this file; empty if nothing is. */
  String complaint(InputFile entry) {
    List<String> verdicts = verdicts(entry);
    boolean fine =
        entry.getCaptures() == 1
            ? verdicts.stream().allMatch(this::allows)
            : holdsBroken(entry, verdicts);
    return fine
        ? ""
        : String.format(
            Locale.ROOT,
            "%s: %d articles (%s), %d rejections (%s), %s, not %s",
            file,
            parsed(entry),
            articles,
            Ledger.sum(entry.getRejections()),
            rejections,
            verdicts,
            allowed);
  }

  /** For a file of several captures, of which some are broken: the others have to survive. */
  private boolean holdsBroken(InputFile entry, List<String> verdicts) {
    long rejected = Ledger.sum(entry.getRejections());
    // A page that is rejected for want of a date may be an undated article instead.
    // So may a record whose length is wrong, where the next one shows its end.
    boolean instead = mustBeUndated() || mayBeMended();
    long most = instead ? add(articles.most(), rejections.most()) : articles.most();
    // What was captured several times is one article, however many captures there are.
    boolean counted = entry.getArticles() <= most && parsed(entry) >= articles.least();
    boolean bounded = rejected <= rejections.most() || verdicts.stream().allMatch(this::allows);
    boolean reasoned =
        verdicts.stream().allMatch(verdict -> !verdict.startsWith("reject:") || allows(verdict));
    return counted && bounded && reasoned;
  }

  private boolean allows(String verdict) {
    boolean undated = allowed.stream().anyMatch(UNDATED::contains);
    return allowed.contains(verdict) || undated && AS_GOOD.contains(verdict);
  }

  private static long parsed(InputFile entry) {
    return entry.getArticles() + entry.getRecaptures();
  }

  private static long add(long a, long b) {
    return a == Long.MAX_VALUE || b == Long.MAX_VALUE ? Long.MAX_VALUE : a + b;
  }

  private static List<String> verdicts(InputFile entry) {
    List<String> verdicts = new ArrayList<>();
    if (parsed(entry) > 0) {
      verdicts.add("article");
    }
    entry
        .getRejections()
        .keySet()
        .forEach(reason -> verdicts.add("reject:" + reason.toLowerCase(Locale.ROOT)));
    if (!entry.getSkips().isEmpty()) {
      verdicts.add("skip");
    }
    return verdicts;
  }

  /** A number, or a range of numbers. */
  record Count(long least, long most) {
    static Count of(String cell) {
      if (cell.equals("*")) {
        return new Count(0, Long.MAX_VALUE);
      }
      int dash = cell.indexOf('-');
      String least = dash < 0 ? cell : cell.substring(0, dash);
      String most = dash < 0 ? cell : cell.substring(dash + 1);
      return new Count(
          Long.parseLong(least), most.equals("*") ? Long.MAX_VALUE : Long.parseLong(most));
    }

    @Override
    public String toString() {
      return least == most ? "" + least : least + ".." + (most == Long.MAX_VALUE ? "" : most);
    }
  }
}
