package dev.newsfold.commands;

import dev.newsfold.commands.RunArticles.Found;
import dev.newsfold.dedupe.CandidateKeys;
import dev.newsfold.dedupe.CanonicalOrder;
import dev.newsfold.dedupe.CorpusStatistics;
import dev.newsfold.dedupe.CrossPostRule;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.MatchResult;
import dev.newsfold.jobs.ExitCode;
import java.io.PrintStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * {@code why RUN ARTICLE ARTICLE}: the evidence for or against two articles of a run being
 * cross-posts: how alike their bodies are, what the cross-post rule says, by which keys they meet,
 * what became of them in the run, from whom each took its text there, and the versions of each.
 * {@code why RUN ARTICLE} tells the versions of one.
 */
public final class WhyStory {
  /** What a help says of it. */
  public static final String USAGE =
      """
      usage: why RUN ARTICLE [ARTICLE]
        RUN      the output folder of a run
        ARTICLE  the id or the address of one of its articles; of one alone its versions are told
      example: pipelines/run why out/local http://a.example/1.html http://b.example/2.html""";

  private final RunFolder run;
  private final Found a;
  private final Found b;
  private final PrintStream out;

  private WhyStory(RunFolder run, Found a, Found b, PrintStream out) {
    this.run = run;
    this.a = a;
    this.b = b;
    this.out = out;
  }

  /** Explains what {@code args} name; returns the exit code. */
  public static int run(List<String> args, PrintStream out, PrintStream err) {
    return CommandFailure.report(
        "why",
        USAGE,
        err,
        () -> {
          List<String> names = Arguments.parse(args, Set.of(), Set.of()).positional();
          if (names.size() != 2 && names.size() != 3) {
            throw CommandFailure.badUsage("name a run and one or two of its articles");
          }
          RunFolder run = RunFolder.open(names.get(0));
          List<Found> found = RunArticles.find(run, names.subList(1, names.size()));
          WhyStory why = new WhyStory(run, found.get(0), found.get(found.size() - 1), out);
          return found.size() == 1 ? why.explainOne() : why.explain();
        });
  }

  private ExitCode explain() throws CommandFailure {
    FoldMember one = a.member();
    FoldMember other = b.member();
    CorpusStatistics statistics =
        CorpusStatistics.learn(RunArticles.related(run, List.of(one, other)));
    CrossPostRule rule = CrossPostRule.with(statistics);
    describe("A", a);
    describe("B", b);
    judge("A with B", rule.between(one, other));
    judge("B with A", rule.between(other, one));
    line(
        "bodies",
        String.format(
            Locale.ROOT,
            "jaccard %.2f; %.2f of A is in B, %.2f of B is in A; %,d and %,d letters and digits",
            one.sketch().jaccard(other.sketch()),
            one.sketch().containmentIn(other.sketch()),
            other.sketch().containmentIn(one.sketch()),
            one.sketch().length(),
            other.sketch().length()));
    line(
        "keys",
        keys(CandidateKeys.with(statistics).keys(one), CandidateKeys.with(statistics).keys(other)));
    line(
        "order",
        CanonicalOrder.among(List.of(one, other), statistics).compare(one, other) <= 0
            ? "A comes first, and would be the canonical article of the two"
            : "B comes first, and would be the canonical article of the two");
    explainRun(a.storyId(), b.storyId());
    new WhyCopy(run, one.id(), other.id()).lines().forEach(told -> line("copies", told));
    versions("A", one.id());
    versions("B", other.id());
    out.flush();
    return ExitCode.OK;
  }

  private ExitCode explainOne() throws CommandFailure {
    describe("A", a);
    if (!versions("A", a.member().id())) {
      line("versions", "none but this one, as far as it was captured");
    }
    out.flush();
    return ExitCode.OK;
  }

  private boolean versions(String name, String id) throws CommandFailure {
    List<String> lines = new WhyVersions(run).lines(id);
    lines.forEach(told -> line("versions", name + ' ' + told));
    return !lines.isEmpty();
  }

  private void describe(String name, Found article) {
    FoldMember member = article.member();
    out.println(name + "  " + member.headline());
    out.println("   " + (member.url().isEmpty() ? member.id() : member.url()));
    String source = member.source() == null ? "" : ", from " + member.source();
    out.println("   " + article.publishedAt() + source);
    if (member.originalHeadline() != null) {
      out.println("   originally: " + member.originalHeadline());
    }
    out.println();
  }

  private void judge(String title, MatchResult match) {
    String verdict = match.crossPost() ? "cross-posts, " + match.relation() : "not cross-posts";
    line(title, verdict + ": " + match.evidence());
  }

  private static String keys(Collection<String> one, Collection<String> other) {
    Set<String> shared = new HashSet<>(one);
    shared.retainAll(other);
    return shared.isEmpty()
        ? "they share none, so the fold never compares them"
        : "they share " + shared.size() + " of " + one.size() + " and " + other.size();
  }

  private void explainRun(@Nullable String storyOfA, @Nullable String storyOfB)
      throws CommandFailure {
    if (storyOfA == null || storyOfB == null) {
      line("in the run", "not folded");
    } else if (!Objects.equals(storyOfA, storyOfB)) {
      line("in the run", "A is in story " + storyOfA + ", B in story " + storyOfB);
    } else {
      line("in the run", "both are in story " + storyOfA);
      printMembers(storyOfA);
    }
  }

  private void printMembers(String storyId) throws CommandFailure {
    LatestRevisions latest = run.latest("stories");
    for (RunFile path : run.files("stories")) {
      try (AvroFile file = AvroFile.open(path)) {
        while (file.hasNext()) {
          GenericRecord story = file.next();
          if (storyId.equals(story.get("id"))
              && story.get("members") instanceof List<?> members
              && latest.has(story)) {
            printMember("A", a, members);
            printMember("B", b, members);
            return;
          }
        }
      }
    }
  }

  private void printMember(String name, Found article, List<?> members) {
    for (Object member : members) {
      if (member instanceof GenericRecord one
          && article.member().id().equals(one.get("articleId"))) {
        line("", name + " is " + one.get("relation") + ": " + one.get("evidence"));
      }
    }
  }

  private void line(String title, String text) {
    out.printf(Locale.ROOT, "%-11s %s%n", title, text);
  }
}
