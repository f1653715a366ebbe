package dev.newsfold.flow;

/**
 * What is known of the record of one key, from one place.
 *
 * @param place the place of the output in the {@link History} that the record is in; or {@link
 *     #NOW}, or {@link #SUCCESSOR}
 * @param bytes the record in Avro's binary encoding by the schema of today; of a successor its id
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: it goes from one step to the next.
public record RecordAt(int place, byte[] bytes) {
  /** Of the record as this run has come to it. */
  static final int NOW = -1;

  /** Of the story that has taken over from the one of the key. */
  static final int SUCCESSOR = -2;
}
