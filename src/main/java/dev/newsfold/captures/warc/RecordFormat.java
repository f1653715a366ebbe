package dev.newsfold.captures.warc;

import java.io.IOException;

/** How the records of an archive start: WARC's or ARC's way. */
interface RecordFormat {

  /** How many bytes must be seen to tell. */
  int lookAhead();

  /**
   * Whether a record starts at {@code from}; fewer bytes than {@link #lookAhead} at a file's end.
   */
  boolean startsAt(byte[] bytes, int from, int to);

  /** How many bytes must be seen to tell by more than a record's start. */
  int HEADER_LOOK_AHEAD = 32;

  /**
   * Whether a record starts at {@code from} though no line does: line ends were lost, or bytes that
   * make no lines stand before it. Takes more than its start to tell.
   */
  boolean startsWithinLine(byte[] bytes, int from, int to);

  /**
   * Reads a record's header, with what ends it.
   *
   * @throws Damaged if it is none, or longer than {@code maxBytes}
   */
  WarcHeader header(RecordInput in, int maxBytes) throws IOException, Damaged;

  /** WARC: a line with the version, fields, a blank line. */
  RecordFormat WARC =
      new RecordFormat() {
        @Override
        public int lookAhead() {
          return WarcHeader.START.length;
        }

        @Override
        public boolean startsAt(byte[] bytes, int from, int to) {
          for (int i = 0; i < WarcHeader.START.length; i++) {
            // Some writers give the version in lower case.
            boolean same =
                from + i < to && (bytes[from + i] & ~0x20) == (WarcHeader.START[i] & ~0x20);
            if (!same) {
              return false;
            }
          }
          return true;
        }

        @Override
        public boolean startsWithinLine(byte[] bytes, int from, int to) {
          return (bytes[from] | 0x20) == 'w'
              && startsAt(bytes, from, to)
              && WarcHeader.startsHeader(bytes, from, Math.min(to, from + HEADER_LOOK_AHEAD));
        }

        @Override
        public WarcHeader header(RecordInput in, int maxBytes) throws IOException, Damaged {
          return WarcHeader.read(in, maxBytes);
        }
      };

  /** ARC: one line with the address, the date, the media type and the length. */
  RecordFormat ARC =
      new RecordFormat() {
        @Override
        public int lookAhead() {
          return ArcHeader.LOOK_AHEAD;
        }

        @Override
        public boolean startsAt(byte[] bytes, int from, int to) {
          return ArcHeader.startsAt(bytes, from, to);
        }

        @Override
        public boolean startsWithinLine(byte[] bytes, int from, int to) {
          return false;
        }

        @Override
        public WarcHeader header(RecordInput in, int maxBytes) throws IOException, Damaged {
          return ArcHeader.read(in, maxBytes);
        }
      };
}
