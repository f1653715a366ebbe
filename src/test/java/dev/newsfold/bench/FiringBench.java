package dev.newsfold.bench;

import dev.newsfold.aggregate.BareCaptures;
import dev.newsfold.aggregate.Lateness;
import dev.newsfold.aggregate.LiveFold;
import dev.newsfold.aggregate.LiveTables;
import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.WindowLength;
import dev.newsfold.dedupe.Sketch;
import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Precision;
import dev.newsfold.records.RecaptureGroup;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Times the firings of a stream's desk: {@code FiringBench NEW COUNT…} has it remember each count
 * of invented articles of ten days, and then fires {@value #FIRINGS} times after NEW more articles.
 * The first firing folds all; it is what a restart costs. Times are of the thread's own computing,
 * so that other load does not count.
 */
public final class FiringBench {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int FIRINGS = 15;
  private static final int DAYS_OF_CORPUS = 100;
  private static final int DAYS = 10;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private FiringBench() {}

  public static void main(String[] args) {
    int more = Integer.parseInt(args[0]);
    System.out.println(
        "| remembered | new | first firing, ms | later ones, median ms | slowest ms |");
    System.out.println("|---|---|---|---|---|");
    // The first of all warms up.
    firings(1_000, more);
    Stream.of(args).skip(1).map(Integer::valueOf).forEach(count -> report(count, more));
  }

  private static void report(int count, int more) {
    double[] millis = firings(count, more);
    double[] later = Arrays.copyOfRange(millis, 1, millis.length);
    Arrays.sort(later);
    System.out.printf(
        Locale.ROOT,
        "| %,10d | %,3d | %,16.0f | %,21.0f | %,10.0f |%n",
        count,
        more,
        millis[0],
        later[later.length / 2],
        later[later.length - 1]);
  }

  private static double[] firings(int count, int more) {
    LiveFold desk =
        LiveFold.resume(
            new PublishCalendar(ZONE, WindowLength.DAY),
            new Lateness(null),
            Duration.ofDays(DAYS),
            LiveTables.empty(),
            LiveFold.first());
    double[] millis = new double[FIRINGS + 1];
    int next = 0;
    for (int firing = 0; firing <= FIRINGS; firing++) {
      for (int end = next + (firing == 0 ? count : more); next < end; next++) {
        desk.capture(capture(next, count));
      }
      long start = CPU.getCurrentThreadCpuTime();
      desk.fire(Instant.EPOCH, 30_000);
      millis[firing] = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
    }
    return millis;
  }

  private static RecaptureGroup capture(int i, int count) {
    ScaleCorpus.Row row = ScaleCorpus.ORDINARY.row(i, count * (DAYS_OF_CORPUS / DAYS));
    ZonedDateTime at = row.at().atZone(ZONE);
    String site = "s" + row.site() + ".example";
    String url = "https://" + site + '/' + i + ".html";
    return BareCaptures.of(
        Article.newBuilder()
            .setId("a" + i)
            .setUrl(url)
            .setCanonicalUrl(url)
            .setSite(site)
            .setOrigin(Origin.newBuilder().setFile("pages-" + i / 1000).build())
            .setPayloadDigest(Integer.toHexString(i))
            .setCapturedAt(at.plusHours(1).toInstant())
            .setHeadline(row.headline())
            .setBody(row.body())
            .setSource(row.source())
            .setPublishedAt(at.toInstant())
            .setPublishedPrecision(Precision.MINUTE)
            .setPublishDay(at.toLocalDate())
            .setLanguage("zh")
            .setSketch(ByteBuffer.wrap(Sketch.of(row.body()).toBytes()))
            .build());
  }
}
