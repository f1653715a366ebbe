package dev.newsfold.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsfold.bench.RuleTable.Asked;
import dev.newsfold.captures.Addresses;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Truth without readers: for every page of the bench that states a field for machines, hides the
 * statement, asks the rules that read the visible page, and prints how often each rule that won
 * says what the page states, and on how many sites it won. A rule that wins often and agrees seldom
 * is the next to mend, and one that wins on one site only is fitted. Authors and headlines are also
 * asked against the truth of the sets, on the pages as they are and nameless.
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

  /** What one page answers to each of the three questions. */
  private record Answers(List<Asked> stated, List<Asked> plain, List<Asked> nameless) {}

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
    List<Answers> answers = new ArrayList<>();
    for (String set : sets) {
      BenchSet bench = BenchSet.read(set);
      answers.addAll(bench.truth().parallelStream().map(row -> ask(set, bench, row)).toList());
    }
    print("what the page states, which was hidden", answers, Answers::stated);
    print("what a reader saw", answers, Answers::plain);
    print("what a reader saw, the page nameless", answers, Answers::nameless);
  }

  private static void print(
      String question, List<Answers> answers, Function<Answers, List<Asked>> of) {
    List<Asked> all = answers.stream().flatMap(page -> of.apply(page).stream()).toList();
    System.out.println("Asked " + question + ":\n" + RuleTable.of(all));
  }

  private Answers ask(String set, BenchSet bench, JsonNode row) {
    try {
      if (decoder.decode(bench.capture(row)) instanceof Verdict.Accepted<Page> accepted) {
        Page page = accepted.value();
        return new Answers(
            ask(set, site(row), page),
            askTruth(set, row, page),
            askTruth(set, row, with(page, Nameless.page(page.getText()))));
      }
      return new Answers(List.of(), List.of(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The host of the page's address; of a page without one, its name: a site of its own. */
  static String site(JsonNode row) {
    String url = row.path("url").asText("");
    return url.isEmpty() ? row.get("id").asText() : Addresses.site(url);
  }

  private static Page with(Page page, String text) {
    return Page.newBuilder(page).setText(text).build();
  }

  /** Authors and headline against the truth that a set has, if the page is accepted. */
  private List<Asked> askTruth(String set, JsonNode row, Page page) {
    List<Asked> asked = new ArrayList<>();
    if (parser.parse(page) instanceof Verdict.Accepted<ParsedPage> parsed) {
      Article article = parsed.value().article();
      Set<String> authors = new LinkedHashSet<>();
      row.path("author").forEach(name -> authors.add(name.asText()));
      String title = row.path("title").asText("");
      if (row.has("author")) {
        asked.add(answer(set, site(row), "authors", authors, article));
      }
      if (!title.isEmpty()) {
        asked.add(answer(set, site(row), "headline", Set.of(title), article));
      }
    }
    return asked;
  }

  /** Nothing is the right answer where there is nothing. */
  private static Asked answer(
      String set, String site, String field, Set<String> expected, Article article) {
    String rule = rule(field, article.getEvidence().get(field));
    boolean agrees =
        rule.isEmpty() ? expected.isEmpty() : Agreement.agrees(field, expected, article);
    return new Asked(set, site, field, rule.isEmpty() ? "(nothing found)" : rule, agrees);
  }

  private List<Asked> ask(String set, String site, Page page) {
    var stated =
        Statements.of(PageReader.read(page, SETTINGS.zone(), SETTINGS.asOf(), SETTINGS.rules()));
    if (stated.isEmpty()) {
      return List.of();
    }
    Verdict<ParsedPage> verdict = parser.parse(with(page, Statements.hidden(page.getText())));
    List<Asked> asked = new ArrayList<>();
    stated.forEach(
        (field, values) -> {
          if (verdict instanceof Verdict.Accepted<ParsedPage> parsed) {
            Article article = parsed.value().article();
            Asked answer = answer(set, site, field, values, article);
            asked.add(answer);
            String rule = answer.rule();
            if (rule.equals(EXAMPLES_OF) && !answer.agrees()) {
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
            asked.add(new Asked(set, site, field, "(page rejected)", false));
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
}
