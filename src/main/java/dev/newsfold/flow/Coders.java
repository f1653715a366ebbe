package dev.newsfold.flow;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.containers.FilePart;
import dev.newsfold.records.AddressArticle;
import dev.newsfold.records.AddressNews;
import dev.newsfold.records.Article;
import dev.newsfold.records.ArticlePart;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Committable;
import dev.newsfold.records.CoordinatorEntry;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.Drift;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineMemory;
import dev.newsfold.records.HeadlineNews;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import dev.newsfold.records.HistoryFile;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.LedgerRow;
import dev.newsfold.records.Page;
import dev.newsfold.records.PageSightings;
import dev.newsfold.records.Placement;
import dev.newsfold.records.ProgressEntry;
import dev.newsfold.records.Recapture;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Remembered;
import dev.newsfold.records.SiteWeeks;
import dev.newsfold.records.StagedFile;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryIdClaim;
import dev.newsfold.records.StoryTally;
import dev.newsfold.records.StreamProgress;
import dev.newsfold.records.Version;
import dev.newsfold.records.WindowTally;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/**
 * The coders of everything that travels between steps, registered once, where a pipeline is made. A
 * record that is not registered here would fall back to Java serialization.
 */
public final class Coders {
  private static final List<Class<? extends SpecificRecord>> RECORDS =
      List.of(
          Article.class,
          Capture.class,
          StoryIdClaim.class,
          Copy.class,
          DailyAggregate.class,
          Drift.class,
          SiteWeeks.class,
          Headline.class,
          HeadlineSighting.class,
          HeadlineTally.class,
          HistoryFile.class,
          InputFile.class,
          Late.class,
          Page.class,
          Recapture.class,
          RecaptureGroup.class,
          Rejection.class,
          StagedFile.class,
          Story.class,
          StoryTally.class,
          Version.class,
          WindowTally.class,
          ArticlePart.class,
          AddressArticle.class,
          AddressNews.class,
          CoordinatorEntry.class,
          HeadlineMemory.class,
          HeadlineNews.class,
          DownstreamSums.class,
          PageSightings.class,
          ProgressEntry.class,
          LedgerRow.class,
          Committable.class,
          Placement.class,
          StreamProgress.class,
          Remembered.class);

  private Coders() {}

  /** Registers every coder with {@code pipeline}. */
  public static void register(Pipeline pipeline) {
    CoderRegistry registry = pipeline.getCoderRegistry();
    RECORDS.forEach(type -> registerRecord(registry, type));
    registry.registerCoderForClass(InputFileRef.class, new InputFileRefCoder());
    registry.registerCoderForClass(FilePart.class, new FilePartCoder());
  }

  private static <T extends SpecificRecord> void registerRecord(
      CoderRegistry registry, Class<T> type) {
    registry.registerCoderForClass(type, RecordCoder.of(type));
  }

  /** The coder of a record keyed by a string. */
  static <T extends SpecificRecord> Coder<org.apache.beam.sdk.values.KV<String, T>> keyed(
      Class<T> type) {
    return KvCoder.of(StringUtf8Coder.of(), RecordCoder.of(type));
  }
}
