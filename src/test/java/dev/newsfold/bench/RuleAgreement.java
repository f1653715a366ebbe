package dev.newsfold.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsfold.captures.Verdict;
import dev.newsfold.decode.PageDecoder;
import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.ParsedPage;
import dev.newsfold.parse.page.PageReader;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Article;
import dev.newsfold.records.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Truth without readers: for every page of the bench that states a field for machines, hides the
 * statement, asks the rules that read the visible page, and prints how often each rule that won
 * says what the page states. A rule that wins often and agrees seldom is the next to mend.
 *
 * <p>It measures, and asserts nothing. {@code mvn test -Dtest=RuleAgreement} runs it, and with
 * {@code -Dnewsfold.examples=RULE} it names the pages on which a rule does not agree.
 */
class RuleAgreement {
  private static final ParseSettings SETTINGS =
      new ParseSettings(
          ZoneId.of("Asia/Shanghai"), Instant.parse("2026-11-01T00:00:00Z"), SiteRules.NONE);

  /** Prints the pages on which this rule does not agree, e.g. {@code text:copyright}. */
  private static final String EXAMPLES_OF = System.getProperty("newsfold.examples", "");

  /** One field of one page. */
  record Asked(String set, String field, String rule, boolean agrees) {}

  private final PageDecoder decoder = new PageDecoder();
  private final ArticleParser parser = new ArticleParser(SETTINGS);

  @Test
  void printsHowOftenEachRuleAgreesWithWhatPagesState() throws IOException {
    assumeTrue(
        Files.isDirectory(BenchSet.root()),
        "skipped: no bench at " + BenchSet.root() + "; set -Dnewsfold.shared");
    List<String> sets;
    try (Stream<Path> folders = Files.list(BenchSet.root())) {
      sets =
          folders
              .filter(folder -> Files.exists(folder.resolve("truth.jsonl")))
              .map(folder -> folder.getFileName().toString())
              .sorted()
              .toList();
    }
    List<Asked> asked = new ArrayList<>();
    for (String set : sets) {
      BenchSet bench = BenchSet.read(set);
      asked.addAll(
          bench.truth().parallelStream().flatMap(row -> ask(set, bench, row).stream()).toList());
    }
    System.out.println(table(asked));
  }

  private List<Asked> ask(String set, BenchSet bench, JsonNode row) {
    try {
      return decoder.decode(bench.capture(row)) instanceof Verdict.Accepted<Page> accepted
          ? ask(set, accepted.value())
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Asked> ask(String set, Page page) {
    var stated = Statements.of(PageReader.read(page, SETTINGS));
    if (stated.isEmpty()) {
      return List.of();
    }
    Page visible = Page.newBuilder(page).setText(Statements.hidden(page.getText())).build();
    Verdict<ParsedPage> verdict = parser.parse(visible);
    List<Asked> asked = new ArrayList<>();
    stated.forEach(
        (field, values) -> {
          if (verdict instanceof Verdict.Accepted<ParsedPage> parsed) {
            Article article = parsed.value().article();
            String rule = rule(field, article.getEvidence().get(field));
            boolean agrees = !rule.isEmpty() && Agreement.agrees(field, values, article);
            asked.add(new Asked(set, field, rule.isEmpty() ? "(nothing found)" : rule, agrees));
            if (rule.equals(EXAMPLES_OF) && !agrees) {
              System.out.println(
                  set
                      + ' '
                      + page.getOrigin().getFile()
                      + ": "
                      + rule
                      + ": "
                      + article.get(field)
                      + " is not "
                      + values);
            }
          } else {
            asked.add(new Asked(set, field, "(page rejected)", false));
          }
        });
    return asked;
  }

  /** The rule without details, and without what refined a time; empty if none won. */
  static String rule(String field, @Nullable String evidence) {
    if (evidence == null || evidence.startsWith("refused: ")) {
      return "";
    }
    String rule = evidence.split(" \\(|; | but ", 2)[0];
    return field.endsWith("At") ? rule.split(", ", 2)[0] : rule;
  }

  /** A row a rule: how often it won, and the share that agrees; behind it, a row a set. */
  static String table(List<Asked> asked) {
    Map<String, int[]> rules = new TreeMap<>();
    Map<String, int[]> sets = new TreeMap<>();
    for (Asked one : asked) {
      count(rules, one.field() + "\t" + one.rule(), one.agrees());
      count(sets, one.field() + "\t" + one.set(), one.agrees());
    }
    StringBuilder table = new StringBuilder("field\trule\twins\tagree\n");
    print(rules, table);
    table.append("\nfield\tset\tstated\tagree\n");
    print(sets, table);
    return table.toString();
  }

  private static void count(Map<String, int[]> counts, String key, boolean agrees) {
    int[] count = counts.computeIfAbsent(key, k -> new int[2]);
    count[0]++;
    count[1] += agrees ? 1 : 0;
  }

  private static void print(Map<String, int[]> counts, StringBuilder table) {
    Comparator<Map.Entry<String, int[]>> byField =
        Comparator.comparing(entry -> entry.getKey().split("\t", 2)[0]);
    counts.entrySet().stream()
        .sorted(byField.thenComparing(entry -> -entry.getValue()[0]))
        .forEach(
            entry ->
                table.append(
                    String.format(
                        Locale.ROOT,
                        "%s\t%d\t%.2f%n",
                        entry.getKey(),
                        entry.getValue()[0],
                        (double) entry.getValue()[1] / entry.getValue()[0])));
  }
}
