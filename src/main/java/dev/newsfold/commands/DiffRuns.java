package dev.newsfold.commands;

import dev.newsfold.captures.Quantity;
import dev.newsfold.commands.DatasetDifference.Example;
import dev.newsfold.commands.DatasetDifference.Missing;
import dev.newsfold.jobs.ExitCode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code diff RUN_A RUN_B}: what two runs say of the same captures: same, changed, only here (in
 * RUN_A), only there (in RUN_B); then field by field, with examples.
 *
 * <p>Records are matched by what identifies them (an article by its id, an aggregate by window,
 * dimension and key), whatever files they lie in.
 */
public final class DiffRuns {
  /** What a help says of it. */
  public static final String USAGE =
      """
      usage: diff RUN_A RUN_B [--examples=N] [--ignore=FIELD,FIELD…]
        RUN_A, RUN_B  the output folders of two runs
        --examples    show up to N examples of each kind of difference (5)
        --ignore      fields that make no difference, such as parserVersion
      example: pipelines/run diff out/before out/after --ignore=parserVersion""";

  private static final int VALUE_LENGTH = 100;

  private final RunFolder here;
  private final RunFolder there;
  private final Set<String> ignored;
  private final int examples;
  private final PrintStream out;

  private DiffRuns(Arguments arguments, PrintStream out) throws CommandFailure {
    if (arguments.positional().size() != 2) {
      throw CommandFailure.badUsage("name two runs");
    }
    examples = arguments.number("examples", 5, 1000);
    here = RunFolder.open(arguments.positional().get(0));
    there = RunFolder.open(arguments.positional().get(1));
    ignored = arguments.names("ignore");
    List<RunFile> files = new ArrayList<>();
    here.datasets().values().forEach(files::addAll);
    there.datasets().values().forEach(files::addAll);
    FieldNames.refuseUnknown("ignore", ignored, files);
    this.out = out;
  }

  /** Compares the two runs that {@code args} name; returns the exit code. */
  public static int run(List<String> args, PrintStream out, PrintStream err) {
    return CommandFailure.report(
        "diff",
        USAGE,
        err,
        () ->
            new DiffRuns(Arguments.parse(args, Set.of("examples", "ignore"), Set.of()), out)
                .print());
  }

  private ExitCode print() throws CommandFailure {
    Set<String> datasets = new TreeSet<>(here.datasets().keySet());
    datasets.addAll(there.datasets().keySet());
    for (String dataset : datasets) {
      print(dataset, new DatasetComparison(dataset, here, there, ignored, examples).compare());
    }
    out.flush();
    return ExitCode.OK;
  }

  private void print(String dataset, DatasetDifference difference) {
    out.printf(
        Locale.ROOT,
        "%-12s %s here, %s there: %,d same, %,d changed, %,d only here, %,d only there%n",
        dataset,
        count(difference.here(), difference.recordsHere()),
        count(difference.there(), difference.recordsThere()),
        difference.same(),
        difference.changed(),
        difference.onlyHere().count(),
        difference.onlyThere().count());
    difference.fieldsOnlyHere().forEach(name -> out.println("  field only here: " + name));
    difference.fieldsOnlyThere().forEach(name -> out.println("  field only there: " + name));
    difference
        .fields()
        .forEach(
            (name, field) -> {
              out.printf(Locale.ROOT, "  %s: %,d changed%n", name, field.count());
              field.examples().forEach(this::print);
            });
    print("only here", difference.onlyHere());
    print("only there", difference.onlyThere());
  }

  private static String count(long keys, long records) {
    return keys == records
        ? String.format(Locale.ROOT, "%,d", keys)
        : String.format(Locale.ROOT, "%,d (%s)", keys, Quantity.of(records, "record"));
  }

  private void print(Example example) {
    int from = Math.max(0, commonPrefix(example.here(), example.there()) - VALUE_LENGTH / 4);
    out.println("    " + line(example.name(), 0));
    out.println("      - " + line(example.here(), from));
    out.println("      + " + line(example.there(), from));
  }

  private void print(String title, Missing missing) {
    if (!missing.names().isEmpty()) {
      out.println("  " + title + ":");
      missing.names().forEach(name -> out.println("    " + line(name, 0)));
    }
  }

  /** A text from {@code from} on, on one line that a terminal shows as it is. */
  private static String line(String text, int from) {
    int start = Math.min(from, text.length());
    int end = Math.min(text.length(), start + VALUE_LENGTH);
    StringBuilder line = new StringBuilder(start > 0 ? "…" : "");
    text.substring(start, end)
        .codePoints()
        .forEach(c -> line.appendCodePoint(isPrintable(c) ? c : ' '));
    return line.append(end < text.length() ? "…" : "").toString();
  }

  private static boolean isPrintable(int c) {
    return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
  }

  private static int commonPrefix(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }
}
