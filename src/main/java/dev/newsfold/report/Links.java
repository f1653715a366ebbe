package dev.newsfold.report;

import dev.newsfold.records.Dimension;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which things have a page of their own; where, below the report's folder. Null for none. */
interface Links {
  @Nullable String story(@Nullable String id);

  @Nullable String article(@Nullable String id);

  /** The page of a value; null and empty stand for articles that have none. */
  @Nullable String key(Dimension dimension, @Nullable String key);

  /** The page of the day, week or longer that a day is in. */
  @Nullable String period(@Nullable LocalDate day);
}
