package dev.newsfold.flow;

import dev.newsfold.dedupe.Edge;
import dev.newsfold.dedupe.MatchResult;
import dev.newsfold.dedupe.Verified;
import dev.newsfold.records.Relation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.DoubleCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;

/** A verified article, field by field in the order of the record. All its edges are cross-posts. */
final class VerifiedCoder extends AtomicCoder<Verified> {
  private static final FoldMemberCoder MEMBER = new FoldMemberCoder();
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final VarIntCoder INT = VarIntCoder.of();
  private static final DoubleCoder DOUBLE = DoubleCoder.of();
  private static final List<Relation> RELATIONS = Arrays.asList(Relation.values());

  @Override
  public void encode(Verified article, OutputStream out) throws IOException {
    MEMBER.encode(article.member(), out);
    INT.encode(article.edges().size(), out);
    for (Edge edge : article.edges()) {
      STRING.encode(edge.from(), out);
      INT.encode(Objects.requireNonNull(edge.match().relation()).ordinal(), out);
      DOUBLE.encode(edge.match().similarity(), out);
      STRING.encode(edge.match().evidence(), out);
    }
  }

  @Override
  public Verified decode(InputStream in) throws IOException {
    var member = MEMBER.decode(in);
    int count = INT.decode(in);
    List<Edge> edges = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String from = STRING.decode(in);
      Relation relation = RELATIONS.get(INT.decode(in));
      edges.add(
          new Edge(from, new MatchResult(true, relation, DOUBLE.decode(in), STRING.decode(in))));
    }
    return new Verified(member, edges);
  }
}
