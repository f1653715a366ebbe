package dev.newsfold.flow;

import dev.newsfold.dedupe.FoldMember;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** A visit: a byte that tells what it is, and that. */
final class VisitCoder extends AtomicCoder<Visit> {
  private static final int EXPECTED = 0;
  private static final int PARTNER = 1;
  private static final int MEMBER = 2;

  private static final FoldMemberCoder MEMBERS = new FoldMemberCoder();
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  @Override
  public void encode(Visit visit, OutputStream out) throws IOException {
    FoldMember member = visit.member();
    String partner = visit.partner();
    if (member != null) {
      out.write(MEMBER);
      MEMBERS.encode(member, out);
    } else if (partner != null) {
      out.write(PARTNER);
      STRING.encode(partner, out);
    } else {
      out.write(EXPECTED);
    }
  }

  @Override
  public Visit decode(InputStream in) throws IOException {
    int kind = in.read();
    return switch (kind) {
      case EXPECTED -> Visit.EXPECTED;
      case PARTNER -> Visit.to(STRING.decode(in));
      case MEMBER -> Visit.host(MEMBERS.decode(in));
      default -> throw new EOFException("no visit begins with " + kind);
    };
  }
}
