package dev.newsfold.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsfold.captures.Verdict;
import dev.newsfold.decode.PageDecoder;
import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long the pages of bench sets take: as a bare {@code Jsoup.parse} of their bytes, as articles
 * of ours from their bytes, and as articles of Readability4J from text that is decoded already. The
 * three take turns in one run, three times over; only their ratios tell something, and the median
 * of a ratio.
 *
 * <p>{@code mvn -Pbench verify} runs it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 3, time = 3)
public class ParseBenchmark {
  /** The whole is run so often: a machine is slower now and then. */
  private static final int ROUNDS = 3;

  /** Sets of the bench, joined by {@code +}. */
  @Param({"zh-portals+zh-cwced+zh-gne+zh-163-2015", "scrapinghub", "fundus"})
  public String sets = "";

  private final PageDecoder decoder = new PageDecoder();
  private final ArticleParser parser =
      new ArticleParser(
          new ParseSettings(
              ZoneId.of("Asia/Shanghai"), Instant.parse("2026-11-01T00:00:00Z"), SiteRules.NONE));
  private final List<Capture> captures = new ArrayList<>();
  private final List<byte[]> bytes = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>();

  /** Runs the benchmark and prints the two ratios for each set, with their range. */
  public static void main(String[] args) throws RunnerException {
    if (!Files.isDirectory(BenchSet.root())) {
      System.out.println("skipped: no bench in " + BenchSet.root());
      return;
    }
    Ratios ratios = new Ratios();
    for (int round = 0; round < ROUNDS; round++) {
      ratios.beginRound();
      for (RunResult result :
          new Runner(new OptionsBuilder().include(ParseBenchmark.class.getName()).build()).run()) {
        ratios.add(
            result.getParams().getParam("sets"),
            result.getPrimaryResult().getLabel(),
            result.getPrimaryResult().getScore());
      }
    }
    ratios.print(System.out);
  }

  @Setup
  public void read() throws IOException {
    for (String name : sets.split("\\+")) {
      BenchSet set = BenchSet.read(name);
      for (JsonNode truth : set.truth()) {
        Capture capture = set.capture(truth);
        captures.add(capture);
        ByteBuffer payload = capture.getPayload().duplicate();
        byte[] copy = new byte[payload.remaining()];
        payload.get(copy);
        bytes.add(copy);
        if (decoder.decode(capture) instanceof Verdict.Accepted<Page> page) {
          pages.add(page.value());
        }
      }
    }
  }

  @Benchmark
  public void jsoup(Blackhole hole) throws IOException {
    for (byte[] page : bytes) {
      hole.consume(Jsoup.parse(new ByteArrayInputStream(page), null, "https://example.org/"));
    }
  }

  @Benchmark
  public void newsfold(Blackhole hole) {
    for (Capture capture : captures) {
      if (decoder.decode(capture) instanceof Verdict.Accepted<Page> page) {
        hole.consume(parser.parse(page.value()));
      }
    }
  }

  @Benchmark
  public void readability4j(Blackhole hole) {
    for (Page page : pages) {
      hole.consume(new Readability4J("https://example.org/", page.getText()).parse());
    }
  }
}
