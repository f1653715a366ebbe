package dev.newsfold.jobs;

import dev.newsfold.flow.EncodeRecords;
import dev.newsfold.flow.History;
import dev.newsfold.flow.LeaveForLauncher;
import dev.newsfold.flow.ReviseRecords;
import dev.newsfold.flow.WriteRecords;
import dev.newsfold.records.StagedFile;
import dev.newsfold.records.Story;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.EncodedRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.jspecify.annotations.Nullable;

/** What a batch writes: each dataset once, revised where the run goes on from earlier ones. */
final class RunOutput {
  private final RunPlan plan;
  private final List<PCollection<KV<String, EncodedRecord>>> encoded = new ArrayList<>();
  private final List<PCollection<String>> replaced = new ArrayList<>();

  RunOutput(RunPlan plan) {
    this.plan = plan;
  }

  /** Writes records that belong to this run alone. */
  <T extends SpecificRecord> void write(Dataset dataset, PCollection<T> records) {
    String run = dataset.ownedByRun() ? plan.run() : "";
    encoded.add(
        records.apply(
            "Encode" + dataset.title(),
            EncodeRecords.<T>of(dataset, plan.grouping()).ownedBy(run)));
  }

  /** Writes records as all runs together have come to, as far as this run has changed them. */
  <T extends SpecificRecordBase> void revise(
      Dataset dataset, Class<T> type, PCollection<T> records) {
    revise(dataset, type, records, null);
  }

  /** The same for stories; {@code successors} has the stories that took over from others. */
  void reviseStories(PCollection<Story> stories, PCollection<KV<String, String>> successors) {
    revise(Dataset.STORIES, Story.class, stories, successors);
  }

  private <T extends SpecificRecordBase> void revise(
      Dataset dataset,
      Class<T> type,
      PCollection<T> records,
      @Nullable PCollection<KV<String, String>> successors) {
    History history = plan.history();
    if (history == null) {
      write(dataset, records);
      return;
    }
    ReviseRecords<T> revise = ReviseRecords.of(history, dataset, type, plan.grouping());
    PCollectionTuple revised =
        records.apply(
            "Revise" + dataset.title(),
            successors == null ? revise : revise.withSuccessors(successors));
    replaced.add(revised.get(ReviseRecords.REPLACED));
    write(dataset, revised.get(ReviseRecords.<T>written()));
  }

  /** Leaves the list of all that was written, where it is not a run's output yet. */
  void leaveFiles() {
    files().apply("LeaveForLauncher", LeaveForLauncher.files(plan.layout().staging().address()));
  }

  private PCollection<StagedFile> files() {
    return PCollectionList.of(encoded)
        .apply("Records", Flatten.pCollections())
        .apply(
            "WriteRecords",
            WriteRecords.to(plan.layout().output().address(), plan.grouping()));
  }

  /** Leaves the list of all that was written for the launcher, with what it adds up to. */
  void leave(PCollection<KV<String, Long>> counts) {
    LeaveForLauncher leave = LeaveForLauncher.in(plan.layout().staging().address(), counts);
    if (!replaced.isEmpty()) {
      leave =
          leave.replacing(PCollectionList.of(replaced).apply("Replaced", Flatten.pCollections()));
    }
    files().apply("LeaveForLauncher", leave);
  }
}
