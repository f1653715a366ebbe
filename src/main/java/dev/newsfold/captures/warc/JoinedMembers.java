package dev.newsfold.captures.warc;

import dev.newsfold.captures.BulkInput;
import java.io.IOException;

/** The content of all members of a gzip file, one behind the other. */
final class JoinedMembers extends BulkInput implements Resumable {
  private final GzipMembers members;
  private boolean started;

  JoinedMembers(GzipMembers members) {
    this.members = members;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    try {
      int read = members.read(into, from, length);
      while (read < 0 && (started ? members.nextOrEnd() : members.next())) {
        started = true;
        read = members.read(into, from, length);
      }
      return read;
    } catch (Damaged e) {
      throw new Damaged.InPiece(e);
    }
  }

  @Override
  public boolean resume() throws IOException {
    started = true;
    return members.recoverAny();
  }
}
