package dev.newsfold.jobs;

import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.flow.History;
import dev.newsfold.flow.KeepClues;
import dev.newsfold.flow.ListInputs;
import dev.newsfold.flow.ReadArticles;
import dev.newsfold.flow.ReadCaptures;
import dev.newsfold.flow.Readings;
import dev.newsfold.flow.RecallClues;
import dev.newsfold.flow.RecallParts;
import dev.newsfold.flow.RecordCoder;
import dev.newsfold.flow.Rejected;
import dev.newsfold.flow.ResolveRevisits;
import dev.newsfold.flow.SumLedger;
import dev.newsfold.flow.TallyHeadlines;
import dev.newsfold.records.Article;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Rejection;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/** The pipelines of batches, assembled: each method reads top to bottom as the data flows. */
final class Assembly {
  private final RunPlan plan;

  Assembly(RunPlan plan) {
    this.plan = plan;
  }

  /** From raw captures to articles, stories and counts. */
  void foldCaptures(Pipeline pipeline) {
    PCollectionTuple inputs =
        pipeline.apply("ListInputs", ListInputs.of(plan.inputs(), plan.grouping()));
    PCollection<RawUnionValue> read = read(inputs);
    PCollection<RawUnionValue> notes = Readings.notes(read);
    PCollection<RawUnionValue> resolved = resolve(Readings.clues(notes));
    new FoldAssembly(plan)
        .fold(
            material(
                both("Readings", read, resolved),
                both("AllNotes", notes, resolved),
                PCollectionList.of(inputs.get(ListInputs.LEDGER))));
  }

  /**
   * From the captures of a part of a dump to articles, left for {@link #foldParts}.
   *
   * @param clues where names of revisits and pages are kept for {@link #parseRevisits}
   */
  void parsePart(Pipeline pipeline, DumpPart part, OutputFolder clues) {
    PCollectionTuple inputs =
        pipeline.apply("ListInputs", ListInputs.listed(part.entries(), plan.grouping()));
    PCollection<RawUnionValue> read = read(inputs);
    PCollection<RawUnionValue> notes = Readings.notes(read);
    Readings.clues(notes).apply("KeepClues", KeepClues.in(clues.address(), plan.grouping()));
    leave(material(read, notes, PCollectionList.of(inputs.get(ListInputs.LEDGER))));
  }

  /** From revisits of pages in other files, of whatever part, to articles; left in the same way. */
  void parseRevisits(Pipeline pipeline, List<String> clues) {
    PCollection<RawUnionValue> revisits =
        resolve(pipeline.apply("RecallClues", RecallClues.of(clues, plan.grouping())));
    leave(material(revisits, Readings.notes(revisits), PCollectionList.empty(pipeline)));
  }

  private void leave(Material parsed) {
    RunOutput output = new RunOutput(plan);
    output.write(Dataset.ARTICLES, parsed.captured());
    PCollection<HeadlineSighting> sightings = parsed.sightings();
    if (sightings == null) {
      output.write(Dataset.TALLIES, parsed.tallies());
    } else {
      output.write(Dataset.SIGHTINGS, sightings);
    }
    output.write(Dataset.REJECTIONS, parsed.rejections());
    output.write(Dataset.LEDGER, parsed.ledger().apply("Ledger", SumLedger.with(plan.grouping())));
    output.leaveFiles();
  }

  /** From what {@link #parsePart} has left of all parts to stories and counts. */
  void foldParts(Pipeline pipeline, History parts) {
    PCollection<HeadlineSighting> sightings =
        plan.sightings()
            ? recallParts(pipeline, parts, Dataset.SIGHTINGS, HeadlineSighting.class)
            : null;
    new FoldAssembly(plan)
        .fold(
            new Material(
                recallParts(pipeline, parts, Dataset.ARTICLES, Article.class),
                sightings == null
                    ? recallParts(pipeline, parts, Dataset.TALLIES, HeadlineTally.class)
                    : tallies(sightings),
                sightings,
                recallParts(pipeline, parts, Dataset.REJECTIONS, Rejection.class),
                PCollectionList.of(recallParts(pipeline, parts, Dataset.LEDGER, InputFile.class))));
  }

  private <T extends SpecificRecord> PCollection<T> recallParts(
      Pipeline pipeline, History parts, Dataset dataset, Class<T> type) {
    return pipeline.apply(
        "Read" + dataset.title(), RecallParts.of(parts, dataset, type, plan.grouping()));
  }

  private PCollection<RawUnionValue> read(PCollectionTuple inputs) {
    ReadCaptures read =
        ReadCaptures.within(plan.limits()).parsing(plan.parse()).inParts(plan.grouping());
    return inputs
        .get(ListInputs.FILES)
        .apply("ReadCaptures", plan.sightings() ? read : read.tallying());
  }

  private PCollection<RawUnionValue> resolve(PCollection<KV<String, FileClues>> clues) {
    ResolveRevisits resolve =
        ResolveRevisits.with(plan.limits(), plan.grouping()).parsing(plan.parse());
    return clues.apply("ResolveRevisits", plan.sightings() ? resolve : resolve.tallying());
  }

  private static PCollection<RawUnionValue> both(
      String name, PCollection<RawUnionValue> read, PCollection<RawUnionValue> resolved) {
    return PCollectionList.of(read).and(resolved).apply(name, Flatten.pCollections());
  }

  /**
   * What was read and parsed, with the ledger of what came before.
   *
   * @param notes what {@code readings} tell of files
   */
  private Material material(
      PCollection<RawUnionValue> readings,
      PCollection<RawUnionValue> notes,
      PCollectionList<InputFile> ledger) {
    PCollection<HeadlineSighting> sightings =
        plan.sightings()
            ? Readings.sightings(readings).apply("Sightings", Readings.eachSighting())
            : null;
    return new Material(
        Readings.articles(readings),
        sightings == null ? Readings.tallies(readings) : tallies(sightings),
        sightings,
        Readings.rejections(notes),
        ledger.and(Readings.ledger(notes)));
  }

  private static PCollection<HeadlineTally> tallies(PCollection<HeadlineSighting> sightings) {
    return sightings.apply("TallySightings", TallyHeadlines.ofSightings());
  }

  /** From articles that someone else extracted to stories and counts. */
  void foldArticles(Pipeline pipeline) {
    PCollectionTuple inputs =
        pipeline.apply("ListInputs", ListInputs.of(plan.inputs(), plan.grouping()));
    PCollectionTuple read =
        inputs.get(ListInputs.FILES).apply("ReadArticles", ReadArticles.in(plan.parse().zone()));
    new FoldAssembly(plan)
        .fold(
            new Material(
                read.get(ReadArticles.ARTICLES),
                pipeline.apply("NoTallies", Create.empty(RecordCoder.of(HeadlineTally.class))),
                null,
                read.get(Rejected.REJECTIONS),
                PCollectionList.of(inputs.get(ListInputs.LEDGER))
                    .and(read.get(ReadArticles.LEDGER))));
  }
}
