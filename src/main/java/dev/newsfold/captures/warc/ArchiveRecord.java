package dev.newsfold.captures.warc;

import dev.newsfold.records.Capture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that was reached by its place. */
public interface ArchiveRecord {
  /** What it tells as a revisit; null if it is none. */
  @Nullable Revisit revisit();

  /** The page that it holds; null if it holds none, or has none of these names. */
  @Nullable Capture page(List<String> names);
}
