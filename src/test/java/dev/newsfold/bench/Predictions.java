package dev.newsfold.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsfold.captures.Verdict;
import dev.newsfold.decode.PageDecoder;
import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.ParsedPage;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Article;
import dev.newsfold.records.Page;
import dev.newsfold.records.Precision;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs decode and parse over bench sets and writes what the scorer reads.
 *
 * <pre>
 * Predictions OUT SET…     writes OUT/newsfold/SET.jsonl
 * python3 score.py --all SETS OUT --peers newsfold
 * </pre>
 */
public final class Predictions {
  /** After every capture of the bench, and fixed: a run today and a run next year agree. */
  private static final Instant AS_OF = Instant.parse("2026-11-01T00:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PageDecoder decoder = new PageDecoder();
  private final ArticleParser parser =
      new ArticleParser(new ParseSettings(ZoneId.of("Asia/Shanghai"), AS_OF, SiteRules.NONE));

  public static void main(String[] args) throws IOException {
    Path out = Files.createDirectories(Path.of(args[0], "newsfold"));
    Predictions predictions = new Predictions();
    for (String set : List.of(args).subList(1, args.length)) {
      BenchSet bench = BenchSet.read(set);
      int rejected = 0;
      try (BufferedWriter rows = Files.newBufferedWriter(out.resolve(set + ".jsonl"))) {
        for (JsonNode truth : bench.truth()) {
          ObjectNode row = predictions.predict(bench, truth);
          rejected += row.has("rejected") ? 1 : 0;
          rows.write(row.toString());
          rows.newLine();
        }
      }
      System.out.println(set + ": " + bench.truth().size() + " pages, " + rejected + " rejected");
    }
  }

  /** The prediction for one page; of a rejected page only its id and the reason. */
  ObjectNode predict(BenchSet bench, JsonNode truth) throws IOException {
    return predict(bench, truth, UnaryOperator.identity());
  }

  /** The same for a page whose text is changed once it is decoded. */
  ObjectNode predict(BenchSet bench, JsonNode truth, UnaryOperator<String> change)
      throws IOException {
    ObjectNode row = JSON.createObjectNode().put("id", truth.get("id").asText());
    if (decoder.decode(bench.capture(truth)) instanceof Verdict.Accepted<Page> decoded) {
      Page page = decoded.value();
      page.setText(change.apply(page.getText()));
      Verdict<ParsedPage> verdict = parser.parse(page);
      if (verdict instanceof Verdict.Accepted<ParsedPage> parsed) {
        fill(row, parsed.value().article());
      } else if (verdict instanceof Verdict.Rejected<ParsedPage> no) {
        row.put("rejected", no.rejection().getMessage());
      }
    }
    return row;
  }

  private static void fill(ObjectNode row, Article article) {
    row.put("title", article.getHeadline());
    row.put("text", article.getBody());
    row.put("date", date(article));
    row.set("author", JSON.valueToTree(article.getAuthors()));
    row.set("authors", JSON.valueToTree(article.getAuthors()));
    row.put("source", article.getSource());
    row.put("section", article.getSection());
    row.set("editor", JSON.valueToTree(article.getEditor()));
    row.put("original_title", article.getOriginalHeadline());
    row.put("dateline", article.getDateline() == null ? null : article.getDateline().getOutlet());
    row.set("agencies", JSON.valueToTree(article.getAgencies()));
    row.put("topic", article.getTopic());
    row.set("evidence", JSON.valueToTree(article.getEvidence()));
  }

  /** Local time with offset, as exactly as the page states it. */
  private static @Nullable String date(Article article) {
    Instant at = article.getPublishedAt();
    if (at == null) {
      return null;
    }
    String zone = article.getPublishedZone();
    OffsetDateTime local = at.atZone(ZoneId.of(zone == null ? "UTC" : zone)).toOffsetDateTime();
    return article.getPublishedPrecision() == Precision.DAY
        ? local.toLocalDate().toString()
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.truncatedTo(ChronoUnit.SECONDS));
  }
}
