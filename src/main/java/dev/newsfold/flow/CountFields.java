package dev.newsfold.flow;

import dev.newsfold.aggregate.FieldDrift;
import dev.newsfold.records.Article;
import dev.newsfold.records.Drift;
import dev.newsfold.records.SiteWeeks;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Counts how often each site fills each field by week ({@link FieldDrift}): first by site and week,
 * so that a large site is counted on many workers, then by site. For batches.
 */
public final class CountFields extends PTransform<PCollection<Article>, PCollection<Drift>> {
  private final ZoneId zone;
  private final Grouping grouping;

  private CountFields(ZoneId zone, Grouping grouping) {
    this.zone = zone;
    this.grouping = grouping;
  }

  /** Counts in the weeks of {@code zone}. */
  public static CountFields by(ZoneId zone, Grouping grouping) {
    return new CountFields(zone, grouping);
  }

  @Override
  public PCollection<Drift> expand(PCollection<Article> articles) {
    return articles
        .apply("ByWeek", ParDo.of(new WeekFn(zone)))
        .setCoder(Coders.keyed(SiteWeeks.class))
        .apply("SumWeeks", grouping.merge(RecordCoder.of(SiteWeeks.class), FieldDrift::merge))
        .apply(
            "BySite",
            MapElements.into(
                    TypeDescriptors.kvs(
                        TypeDescriptors.strings(), TypeDescriptor.of(SiteWeeks.class)))
                .via(week -> KV.of(site(week.getKey()), week.getValue())))
        .setCoder(Coders.keyed(SiteWeeks.class))
        .apply("SumSites", grouping.merge(RecordCoder.of(SiteWeeks.class), FieldDrift::merge))
        .apply(
            "Rows",
            FlatMapElements.into(TypeDescriptor.of(Drift.class))
                .via(site -> FieldDrift.rows(site.getKey(), site.getValue())))
        .setCoder(RecordCoder.of(Drift.class));
  }

  /** A key is the Monday, a space and the site. */
  private static String site(String key) {
    return key.substring(key.indexOf(' ') + 1);
  }

  private static final class WeekFn extends DoFn<Article, KV<String, SiteWeeks>> {
    private final ZoneId zone;

    private WeekFn(ZoneId zone) {
      this.zone = zone;
    }

    @ProcessElement
    public void process(@Element Article article, OutputReceiver<KV<String, SiteWeeks>> out) {
      LocalDate week = FieldDrift.week(article, zone);
      if (week != null && !article.getSite().isEmpty()) {
        out.output(KV.of(week + " " + article.getSite(), FieldDrift.of(article, week)));
      }
    }
  }
}
