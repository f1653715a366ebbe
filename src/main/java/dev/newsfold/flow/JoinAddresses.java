package dev.newsfold.flow;

import dev.newsfold.records.AddressArticle;
import dev.newsfold.records.AddressNews;
import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.HeadlineNews;
import dev.newsfold.records.HeadlineTally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * nothing has come of for the retention is forgotten.
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
      @TimerId("forget") Timer forget,
      MultiOutputReceiver out) {
    String address = element.getKey();
    HeadlineTally sighting = element.getValue().getSighting();
    AddressArticle now = element.getValue().getArticle();
    AddressArticle known = article.read();
    if (sighting != null) {
      headlines.put(sighting.getHeadlineKey(), true);
      out.get(NEWS).output(KV.of(sighting.getHeadlineKey(), seen(sighting, address, known)));
    }
    if (now != null) {
      List<KV<String, HeadlineNews>> news = new ArrayList<>();
      if (known == null) {
        for (String key : headlines.keys().read()) {
          news.add(KV.of(key, linked(address, now)));
        }
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
    forget
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

  @OnTimer("forget")
  public void forget(
      @StateId("article") ValueState<AddressArticle> article,
      @StateId("headlines") MapState<String, Boolean> headlines) {
    article.clear();
    headlines.clear();
  }
}
