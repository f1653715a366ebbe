package dev.newsfold.jobs;

import dev.newsfold.flow.AssignStories;
import dev.newsfold.flow.CollapseRecaptures;
import dev.newsfold.flow.CountFields;
import dev.newsfold.flow.CountRecords;
import dev.newsfold.flow.FoldBatch;
import dev.newsfold.flow.FoldHeadlines;
import dev.newsfold.flow.Grouping;
import dev.newsfold.flow.History;
import dev.newsfold.flow.InheritIds;
import dev.newsfold.flow.KeepEventTime;
import dev.newsfold.flow.LeaveOutContent;
import dev.newsfold.flow.RecallArticles;
import dev.newsfold.flow.RecallLedger;
import dev.newsfold.flow.RecallTallies;
import dev.newsfold.flow.SetAsideLate;
import dev.newsfold.flow.SketchBodies;
import dev.newsfold.flow.SumLedger;
import dev.newsfold.flow.TallyHeadlines;
import dev.newsfold.flow.TallyWindows;
import dev.newsfold.flow.TellVersions;
import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.Story;
import dev.newsfold.sinks.Dataset;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * The second half of every batch, assembled: from articles, of whatever source, to all datasets.
 */
final class FoldAssembly {
  private final RunPlan plan;

  FoldAssembly(RunPlan plan) {
    this.plan = plan;
  }

  void fold(Material material) {
    Grouping grouping = plan.grouping();
    RunOutput output = new RunOutput(plan);
    PCollection<Article> ofRun =
        material
            .captured()
            .apply("KeepEventTime", KeepEventTime.where(grouping))
            .apply("CollapseRecaptures", CollapseRecaptures.of(plan.run(), grouping))
            .apply("SketchBodies", SketchBodies.create());
    PCollection<InputFile> ledgerOfRun =
        material
            .ledger()
            .and(material.captured().apply("EnterParsed", SumLedger.parsed()))
            .and(ofRun.apply("EnterWon", SumLedger.won()))
            .and(material.rejections().apply("EnterRejected", SumLedger.rejected()))
            .apply("SumLedger", SumLedger.with(grouping))
            .apply("OfRun", SumLedger.ofRun(plan.run()));
    PCollection<HeadlineTally> seen =
        material.tallies().apply("TallyHeadlines", TallyHeadlines.with(grouping));

    // From here on, what this run has read together with what earlier runs have.
    History history = plan.history();
    Known known =
        history == null
            ? new Known(ofRun, ledgerOfRun, seen)
            : recall(history, ofRun, ledgerOfRun, seen, output);
    PCollectionTuple folded = known.articles().apply("FoldBatch", FoldBatch.with(grouping));
    PCollection<Story> stories = folded.get(FoldBatch.STORIES);
    if (history != null) {
      stories = stories.apply("InheritIds", InheritIds.from(known.articles(), grouping));
    }
    PCollectionTuple assigned =
        known
            .articles()
            .apply(
                "AssignStories",
                AssignStories.of(stories, folded.get(FoldBatch.COPIES), grouping)
                    .goingOn(history != null));
    PCollection<Article> articles = assigned.get(AssignStories.ARTICLES);
    PCollection<Article> counted = articles.apply("LeaveOutContent", LeaveOutContent.ofArticles());
    PCollectionTuple dated = counted.apply("SetAsideLate", SetAsideLate.by(plan.lateness()));
    PCollection<Late> late = dated.get(SetAsideLate.LATE);
    PCollection<DailyAggregate> aggregates =
        dated
            .get(SetAsideLate.IN_TIME)
            .apply("TallyWindows", TallyWindows.of(plan.calendar(), grouping));
    PCollection<Headline> headlines =
        known.seen().apply("FoldHeadlines", FoldHeadlines.joinedTo(counted, grouping));

    output.write(Dataset.REJECTIONS, material.rejections());
    output.write(Dataset.TALLIES, seen);
    PCollection<HeadlineSighting> sightings = material.sightings();
    if (sightings != null) {
      output.write(Dataset.SIGHTINGS, sightings);
    }
    output.revise(Dataset.ARTICLES, articles);
    output.revise(Dataset.STORIES, stories);
    if (history != null) {
      output.succeed(assigned.get(AssignStories.SUCCESSORS));
    }
    output.revise(Dataset.COPIES, assigned.get(AssignStories.COPIES));
    output.revise(Dataset.VERSIONS, articles.apply("TellVersions", TellVersions.all()));
    output.revise(Dataset.AGGREGATES, aggregates);
    output.revise(
        Dataset.DRIFT,
        articles.apply("CountFields", CountFields.by(plan.parse().zone(), grouping)));
    output.revise(Dataset.LATE, late);
    output.revise(Dataset.HEADLINES, headlines);
    output.revise(Dataset.LEDGER, known.ledger());
    output.leave(CountRecords.of(ledgerOfRun, known.ledger(), counted, stories, late, grouping));
  }

  /**
   * What all runs together know.
   *
   * @param articles one an address, each with the story that it was in before
   * @param ledger a row a file of each run
   * @param seen what each run has seen of headlines
   */
  private record Known(
      PCollection<Article> articles,
      PCollection<InputFile> ledger,
      PCollection<HeadlineTally> seen) {}

  private Known recall(
      History history,
      PCollection<Article> ofRun,
      PCollection<InputFile> ledgerOfRun,
      PCollection<HeadlineTally> seenByRun,
      RunOutput output) {
    Grouping grouping = plan.grouping();
    PCollectionTuple recalled =
        ofRun.apply("RecallArticles", RecallArticles.from(history, grouping));
    output.revise(Dataset.RECAPTURES, recalled.get(RecallArticles.RECAPTURES));
    return new Known(
        recalled.get(RecallArticles.ARTICLES),
        PCollectionList.of(ledgerOfRun)
            .and(recalled.get(RecallArticles.LEDGER))
            .and(ofRun.getPipeline().apply("RecallLedger", RecallLedger.from(history, grouping)))
            .apply("SumLedgers", SumLedger.with(grouping)),
        PCollectionList.of(seenByRun)
            .and(ofRun.getPipeline().apply("RecallTallies", RecallTallies.from(history, grouping)))
            .apply("AllTallies", Flatten.pCollections()));
  }
}
