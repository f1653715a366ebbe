package dev.newsfold.jobs;

import dev.newsfold.flow.EncodeRecords;
import dev.newsfold.flow.History;
import dev.newsfold.flow.LeaveForLauncher;
import dev.newsfold.flow.ReadEarlier;
import dev.newsfold.flow.RecordAt;
import dev.newsfold.flow.ReviseRecords;
import dev.newsfold.flow.WriteRecords;
import dev.newsfold.records.StagedFile;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.EncodedRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/** What a batch writes: each dataset once, revised where the run goes on from earlier ones. */
final class RunOutput {
  private final RunPlan plan;
  private final List<PCollection<KV<String, EncodedRecord>>> encoded = new ArrayList<>();
  private final Set<Dataset> revised = EnumSet.noneOf(Dataset.class);
  private final List<PCollection<KV<String, RecordAt>>> known = new ArrayList<>();

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
  <T extends SpecificRecord> void revise(Dataset dataset, PCollection<T> records) {
    if (plan.history() == null) {
      write(dataset, records);
    } else {
      revised.add(dataset);
      known.add(records.apply("Revised" + dataset.title(), ReviseRecords.now(dataset)));
    }
  }

  /** Withdraws stories that others took over from: of each its id, and that of the other. */
  void succeed(PCollection<KV<String, String>> successors) {
    known.add(successors.apply("Successors", ReviseRecords.successors()));
  }

  /** Leaves the list of all that was written, where it is not a run's output yet. */
  void leaveFiles() {
    writeAll().apply("LeaveForLauncher", LeaveForLauncher.files(plan.layout().staging().address()));
  }

  /** Leaves the list of all that was written for the launcher, with what it adds up to. */
  void leave(PCollection<KV<String, Long>> counts) {
    LeaveForLauncher leave = LeaveForLauncher.in(plan.layout().staging().address(), counts);
    History history = plan.history();
    if (history != null) {
      PCollectionTuple revision =
          PCollectionList.of(known)
              .and(
                  counts
                      .getPipeline()
                      .apply("ReadEarlier", ReadEarlier.of(history, revised, plan.grouping())))
              .apply("NowAndEarlier", Flatten.pCollections())
              .apply("ReviseRecords", ReviseRecords.with(plan.grouping()));
      encoded.add(revision.get(ReviseRecords.WRITTEN));
      leave = leave.replacing(revision.get(ReviseRecords.REPLACED));
    }
    writeAll().apply("LeaveForLauncher", leave);
  }

  private PCollection<StagedFile> writeAll() {
    return PCollectionList.of(encoded)
        .apply("Records", Flatten.pCollections())
        .apply("WriteRecords", WriteRecords.to(plan.layout().output().address(), plan.grouping()));
  }
}
