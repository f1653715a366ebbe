package dev.newsfold;

import dev.newsfold.jobs.Jobs;
import java.util.List;
import java.util.Locale;

/** What the program says of itself. */
final class Usage {
  private static final String END =
      """
        pipelines/run --version

      JOB --help has the flags of a job, COMMAND --help those of a command; where --help stands,
      nothing is run, nor looked at, that stands beside it.
      Exit status: 0 done, 64 bad usage, 65 fewer captures than --minCaptures or articles than
      --minArticles, 66 no input, 70 failed, 74 input unreadable, 75 not now, 76 all captures were
      rejected, 78 a field fell by --failOnDrift or more.
      """;

  private static final int WIDTH = 29;

  private Usage() {}

  /** The help on all of it. */
  static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            Newsfold folds captures of news pages into articles, stories and daily counts.

              pipelines/run JOB [--flag=value …]
            """);
    Jobs.about().forEach((name, about) -> text.append(line("      %-11s %s", name, about)));
    text.append(line("      %-11s %s", "FILE.yaml", "a job definition of your own"));
    Commands.byName()
        .forEach(
            (name, command) ->
                text.append(command(name + ' ' + command.arguments(), command.about())));
    return text.append(END).toString();
  }

  /** The help that some arguments ask for, if they do: {@code --help}, wherever it stands. */
  static boolean asksForHelp(List<String> args) {
    for (String arg : args) {
      if (arg.equals("--")) {
        return false;
      }
      if (arg.equals("--help") || arg.equals("-h") || arg.equals("--help=true")) {
        return true;
      }
    }
    return false;
  }

  /** What a command is for stands in a line of its own where it would be far to the right. */
  private static String command(String words, String about) {
    return words.length() <= WIDTH
        ? line("  pipelines/run %-" + WIDTH + "s  %s", words, about)
        : line("  pipelines/run %s\n%s%s", words, " ".repeat(WIDTH + 18), about);
  }

  private static String line(String format, Object... words) {
    return String.format(Locale.ROOT, format, words) + '\n';
  }
}
