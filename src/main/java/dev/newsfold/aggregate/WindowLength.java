package dev.newsfold.aggregate;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How long a window of publish time is, by its ISO 8601 duration. */
public enum WindowLength {
  HOUR("PT1H"),
  DAY("P1D"),
  /** Monday to Sunday, as in ISO 8601. */
  WEEK("P1W"),
  MONTH("P1M");

  private final String iso;

  WindowLength(String iso) {
    this.iso = iso;
  }

  /** The duration as ISO 8601 writes it: {@code PT1H}, {@code P1D}, {@code P1W}, {@code P1M}. */
  public String iso() {
    return iso;
  }

  /**
   * The length that an ISO 8601 duration names.
   *
   * @throws IllegalArgumentException if it is none of the four; the message lists them
   */
  public static WindowLength parse(String iso) {
    for (WindowLength length : values()) {
      if (length.iso.equals(iso)) {
        return length;
      }
    }
    String known = Arrays.stream(values()).map(WindowLength::iso).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("unknown window length " + iso + "; one of " + known);
  }
}
