package dev.newsfold.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Folds sets of the bench and writes what its scorer reads: {@code FoldBench FOLD_DIR OUT_DIR SET…}
 * gives OUT_DIR/SET.jsonl.
 */
public final class FoldBench {
  private FoldBench() {}

  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path out = Files.createDirectories(Path.of(args[1]));
    for (int i = 2; i < args.length; i++) {
      long start = System.nanoTime();
      List<FoldMember> members =
          FoldSet.read(Path.of(args[0]).resolve(args[i]).resolve("articles.jsonl"));
      long read = System.nanoTime();
      List<Story> stories = Fold.fold(members);
      long folded = System.nanoTime();
      List<String> rows = new ArrayList<>();
      for (Story story : stories) {
        for (StoryMember member : story.getMembers()) {
          rows.add(
              json.writeValueAsString(
                  Map.of(
                      "id", member.getArticleId(),
                      "cluster", story.getId(),
                      "evidence", member.getEvidence())));
        }
      }
      Files.write(out.resolve(args[i] + ".jsonl"), rows);
      System.out.printf(
          "%-16s %5d articles, %5d stories; read and sketched in %d ms, folded in %d ms%n",
          args[i],
          members.size(),
          stories.size(),
          (read - start) / 1_000_000,
          (folded - read) / 1_000_000);
    }
  }
}
