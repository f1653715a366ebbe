package dev.newsfold.aggregate;

import dev.newsfold.dedupe.Deliveries;
import dev.newsfold.records.Article;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Remembered;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What captures of one address come to in a stream, each of them once ({@link Deliveries}).
 *
 * @param now what is remembered of the article with them
 * @param isNews whether any of them had not come before
 * @param ledger what has become of each, and of the capture that was the latest
 */
public record LiveRecaptures(Remembered now, boolean isNews, List<InputFile> ledger) {
  /**
   * Takes in captures.
   *
   * @param known null for an article that is new
   * @param captures one or more
   */
  @SuppressWarnings("ReferenceEquality") // a merge keeps one of the two articles, as it is
  public static LiveRecaptures of(@Nullable Remembered known, List<RecaptureGroup> captures) {
    Remembered now = known;
    boolean isNews = false;
    List<InputFile> ledger = new ArrayList<>();
    for (RecaptureGroup one : captures) {
      Article article = one.getLatest();
      String file = article.getOrigin().getFile();
      Optional<Remembered> added = Deliveries.add(now, one);
      if (added.isEmpty()) {
        ledger.add(Ledger.of(file).setSkips(Map.of(Ledger.REDELIVERED, 1L)).build());
        continue;
      }
      isNews = true;
      ledger.add(Ledger.parsed(file));
      if (added.get().getGroup().getLatest() == article) {
        ledger.add(Ledger.won(file));
        if (now != null) {
          ledger.add(Ledger.lost(now.getGroup().getLatest().getOrigin().getFile()));
        }
      }
      now = added.get();
    }
    return new LiveRecaptures(Objects.requireNonNull(now), isNews, ledger);
  }

  /** The same without what only the fold looks at, and without what tells captures apart. */
  public static Remembered withoutSketch(Remembered article) {
    Remembered bare = new Remembered();
    RecaptureGroup group = article.getGroup();
    bare.setGroup(
        RecaptureGroup.newBuilder(group)
            .setLatest(
                Article.newBuilder(group.getLatest()).setSketch(ByteBuffer.allocate(0)).build())
            .build());
    bare.setSeen(List.of());
    return bare;
  }
}
