package dev.newsfold.captures.warc;

import dev.newsfold.captures.GzipStart;
import dev.newsfold.records.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The members of a gzip file, one by one; behind a damaged one the next is found again. */
public final class GzipMembers implements Segments, AutoCloseable {
  /** How far a search looks into what may be a member. */
  private static final int PROBE = 4096;

  /** By chance hardly one in a large file seems a member and is none. */
  private static final int MAX_PROBES = 1 << 16;

  /** How much of a file may be searched a second time: damage must not cost more than reading. */
  private static final long MAX_SEARCHED_AGAIN = 64L << 20;

  private final FileBytes file;
  private final GzipMember member;
  private long offset;
  private long searchedAgain;
  private int probes;

  public GzipMembers(FileBytes file) {
    this(file, 0);
  }

  /**
   * @param searchedAgain how much of the file was searched twice before its next byte
   */
  GzipMembers(FileBytes file, long searchedAgain) {
    this.file = file;
    this.member = new GzipMember(file);
    this.searchedAgain = searchedAgain;
  }

  public static boolean startsMember(FileBytes file) throws IOException {
    return GzipMember.startsAt(file);
  }

  /** Moves to the next member. Zeros between members, or behind the last, are padding. */
  @Override
  public boolean next() throws IOException, Damaged {
    member.leave();
    passPadding();
    if (file.peek(0) < 0) {
      return false;
    }
    member.start();
    return true;
  }

  private void passPadding() throws IOException {
    file.mark();
    while (file.peek(0) == 0) {
      file.advance(1);
      file.mark();
    }
    offset = file.offset();
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException, Damaged {
    return member.read(into, from, length);
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public boolean compressed() {
    return true;
  }

  @Override
  public long searchedAgain() {
    return searchedAgain;
  }

  /**
   * Looks for the next member that holds the start of a record, from behind the start of the
   * damaged one: damage may have hidden where it ends.
   */
  @Override
  public boolean recover() throws IOException {
    return search(this::holdsRecordStart);
  }

  /** The same for a member that may hold anything. */
  public boolean recoverAny() throws IOException {
    return search(this::inflates);
  }

  private boolean search(Look look) throws IOException {
    member.leave();
    if (searchedAgain < MAX_SEARCHED_AGAIN) {
      searchedAgain += file.rewind();
    }
    if (file.offset() == offset && file.peek(0) >= 0) {
      file.advance(1);
    }
    while (file.peek(0) >= 0) {
      if (startsMember(file) && look.holds()) {
        return true;
      }
      file.advance(1);
    }
    return false;
  }

  private interface Look {
    boolean holds() throws IOException;
  }

  /**
   * The content of all members, joined. What follows the last one, and starts none, is ignored, as
   * gzip does. After damage in one, it can be resumed at the next.
   */
  public InputStream joined() {
    return new JoinedMembers(this);
  }

  /** Moves to the next member, past bytes at the end of the file that start none. */
  boolean nextOrEnd() throws IOException, Damaged {
    member.leave();
    passPadding();
    if (file.peek(0) >= 0 && !startsMember(file)) {
      long strange = offset;
      if (!recoverAny()) {
        return false;
      }
      throw new Damaged(Reason.GZIP_CORRUPT, "no gzip member starts at byte " + strange);
    }
    return next();
  }

  @Override
  public void close() {
    member.close();
  }

  /** Whether a member comes next that inflates to the start of a record. */
  boolean holdsRecordStart() throws IOException {
    byte[] start = start();
    return RecordFormat.WARC.startsAt(start, 0, start.length)
        || RecordFormat.ARC.startsAt(start, 0, start.length);
  }

  /** Whether the next member starts as a WARC file does. */
  public boolean holdsWarc() throws IOException {
    return WarcReader.startsWarc(new FileBytes(new ByteArrayInputStream(start())));
  }

  /** Whether the next member holds members of its own: the file was compressed twice. */
  public boolean holdsMembers() throws IOException {
    return GzipStart.isAt(0, start());
  }

  /** Whether the next member starts as an ARC file does. */
  public boolean holdsArc() throws IOException {
    byte[] start = start();
    return RecordFormat.ARC.startsAt(start, 0, start.length);
  }

  /** What the next member starts with, as far as it can be told. */
  private byte[] start() throws IOException {
    byte[] start = new byte[RecordFormat.ARC.lookAhead()];
    int length = 0;
    try (GzipMember member = new GzipMember(file.copyAhead(PROBE))) {
      member.start();
      int read = 0;
      while (read >= 0 && length < start.length) {
        read = member.read(start, length, start.length - length);
        length += Math.max(read, 0);
      }
    } catch (Damaged e) {
      // As much as there is has to tell.
    }
    return Arrays.copyOf(start, length);
  }

  /** Whether a member comes next whose content, as far as a look ahead goes, is one. */
  private boolean inflates() throws IOException {
    if (file.peek(2) != GzipMember.DEFLATE || probes++ > MAX_PROBES) {
      return false;
    }
    byte[] content = new byte[PROBE];
    boolean some = false;
    try (GzipMember member = new GzipMember(file.copyAhead(PROBE))) {
      member.start();
      while (member.read(content, 0, content.length) >= 0) {
        some = true;
      }
      return true;
    } catch (Damaged e) {
      // The look ahead ends within most members.
      return some && e.reason() == Reason.GZIP_TRUNCATED;
    }
  }
}
