package dev.newsfold.sinks;

import java.util.BitSet;

/** Which records of a file are asked for, by their place in it, counted from 0. */
@FunctionalInterface
public interface Wanted {
  /** All of them. */
  Wanted ALL = number -> true;

  /** Whether the record at a place is. */
  boolean is(int number);

  /** Whether any from a place on, and before another, is. */
  default boolean anyOf(int from, int to) {
    return true;
  }

  /** Those whose bit is set. */
  static Wanted of(BitSet bits) {
    return new Wanted() {
      @Override
      public boolean is(int number) {
        return bits.get(number);
      }

      @Override
      public boolean anyOf(int from, int to) {
        int next = bits.nextSetBit(from);
        return next >= 0 && next < to;
      }
    };
  }
}
