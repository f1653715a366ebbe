package dev.newsfold.flow;

import dev.newsfold.records.AddressArticle;
import dev.newsfold.records.AddressNews;
import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.HeadlineNews;
import dev.newsfold.records.HeadlineTally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/**
 * Brings together, at each address, the headlines that link to it and the article that stands
 * there, whichever comes first, and tells headlines of the articles that bear them. An address that
 * nothing has come of for the retention is forgotten, and so is a headline that has not been seen
 * there for it, within as long again: a list of the latest is linked to by a new headline each
 * hour.
 */
final class JoinAddresses extends DoFn<KV<String, AddressNews>, KV<String, HeadlineNews>> {
  /** News of headlines, by their keys. */
  static final TupleTag<KV<String, HeadlineNews>> NEWS = new TupleTag<>("news") {};

  @StateId("article")
  private final StateSpec<ValueState<AddressArticle>> articleSpec =
      StateSpecs.value(RecordCoder.of(AddressArticle.class));

  @StateId("headlines")
  private final StateSpec<MapState<String, Boolean>> headlinesSpec =
      StateSpecs.map(StringUtf8Coder.of(), BooleanCoder.of());

  /** Headlines seen before those of {@code headlines}. */
  @StateId("earlier")
  private final StateSpec<MapState<String, Boolean>> earlierSpec =
      StateSpecs.map(StringUtf8Coder.of(), BooleanCoder.of());

  @TimerId("age")
  private final TimerSpec ageSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  @TimerId("forget")
  private final TimerSpec forgetSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  private final Duration retention;

  JoinAddresses(Duration retention) {
    this.retention = retention;
  }

  @ProcessElement
  public void process(
      @Element KV<String, AddressNews> element,
      @StateId("article") ValueState<AddressArticle> article,
      @StateId("headlines") MapState<String, Boolean> headlines,
      @StateId("earlier") MapState<String, Boolean> earlier,
      @TimerId("age") Timer age,
      @TimerId("forget") Timer forget,
      MultiOutputReceiver out) {
    String address = element.getKey();
    HeadlineTally sighting = element.getValue().getSighting();
    AddressArticle now = element.getValue().getArticle();
    AddressArticle known = article.read();
    if (sighting != null) {
      if (known == null) {
        if (headlines.isEmpty().read() && earlier.isEmpty().read()) {
          setBehindRetention(age);
        }
        headlines.put(sighting.getHeadlineKey(), true);
      }
      out.get(NEWS).output(KV.of(sighting.getHeadlineKey(), seen(sighting, address, known)));
    }
    if (now != null) {
      List<KV<String, HeadlineNews>> news = new ArrayList<>();
      if (known == null) {
        Set<String> seen = new TreeSet<>();
        headlines.keys().read().forEach(seen::add);
        earlier.keys().read().forEach(seen::add);
        seen.forEach(key -> news.add(KV.of(key, linked(address, now))));
        // Those that come from here on are told at once.
        headlines.clear();
        earlier.clear();
      }
      // Of the revisions of one article the highest counts, in whatever order they come.
      if (known == null || now.getRevision() > known.getRevision()) {
        article.write(now);
        news.addAll(moved(known, now));
      }
      news.forEach(out.get(NEWS)::output);
      out.get(FollowHeadlines.SUMS)
          .output(DownstreamSums.newBuilder().setArticles(1).setOpen(news.size()).build());
    }
    setBehindRetention(forget);
  }

  private void setBehindRetention(Timer timer) {
    timer
        .withNoOutputTimestamp()
        .offset(org.joda.time.Duration.millis(retention.toMillis()))
        .setRelative();
  }

  private static HeadlineNews seen(
      HeadlineTally sighting, String address, @Nullable AddressArticle known) {
    HeadlineNews.Builder news = HeadlineNews.newBuilder().setSighting(sighting);
    return known == null ? news.build() : news.setAddress(address).setLinked(known.getId()).build();
  }

  private static HeadlineNews linked(String address, AddressArticle article) {
    return HeadlineNews.newBuilder().setAddress(address).setLinked(article.getId()).build();
  }

  private static List<KV<String, HeadlineNews>> moved(
      @Nullable AddressArticle before, AddressArticle now) {
    List<KV<String, HeadlineNews>> news = new ArrayList<>();
    if (before == null || !before.getHeadlineKey().equals(now.getHeadlineKey())) {
      if (before != null) {
        news.add(
            KV.of(
                before.getHeadlineKey(),
                HeadlineNews.newBuilder().setLeft(before.getId()).build()));
      }
      news.add(
          KV.of(now.getHeadlineKey(), HeadlineNews.newBuilder().setCarrier(now.getId()).build()));
    }
    return news;
  }

  @OnTimer("age")
  public void age(
      @StateId("headlines") MapState<String, Boolean> headlines,
      @StateId("earlier") MapState<String, Boolean> earlier,
      @TimerId("age") Timer age) {
    earlier.clear();
    List<String> seen = new ArrayList<>();
    headlines.keys().read().forEach(seen::add);
    seen.forEach(key -> earlier.put(key, true));
    headlines.clear();
    if (!seen.isEmpty()) {
      setBehindRetention(age);
    }
  }

  @OnTimer("forget")
  public void forget(
      @StateId("article") ValueState<AddressArticle> article,
      @StateId("headlines") MapState<String, Boolean> headlines,
      @StateId("earlier") MapState<String, Boolean> earlier) {
    article.clear();
    headlines.clear();
    earlier.clear();
  }
}
