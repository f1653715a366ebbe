package dev.newsfold.flow;

import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.SketchBytes;
import dev.newsfold.records.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.jspecify.annotations.Nullable;

/** What the fold knows of an article, field by field in the order of the record. */
final class FoldMemberCoder extends AtomicCoder<FoldMember> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final Coder<@Nullable String> OPTIONAL_STRING = NullableCoder.of(STRING);
  private static final ListCoder<String> STRINGS = ListCoder.of(STRING);
  private static final Coder<@Nullable Long> OPTIONAL_LONG = NullableCoder.of(VarLongCoder.of());
  private static final Coder<@Nullable Integer> OPTIONAL_INT = NullableCoder.of(VarIntCoder.of());
  private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

  @Override
  public void encode(FoldMember member, OutputStream out) throws IOException {
    Instant at = member.publishedAt();
    LocalDate day = member.publishDay();
    Precision precision = member.precision();
    STRING.encode(member.id(), out);
    STRING.encode(member.url(), out);
    STRING.encode(member.site(), out);
    OPTIONAL_STRING.encode(member.source(), out);
    STRINGS.encode(member.agencies(), out);
    STRING.encode(member.headline(), out);
    OPTIONAL_STRING.encode(member.originalHeadline(), out);
    OPTIONAL_LONG.encode(at == null ? null : at.toEpochMilli(), out);
    OPTIONAL_LONG.encode(day == null ? null : day.toEpochDay(), out);
    OPTIONAL_INT.encode(precision == null ? null : precision.ordinal(), out);
    BYTES.encode(member.sketch().toBytes(), out);
    STRINGS.encode(member.facts(), out);
  }

  @Override
  public FoldMember decode(InputStream in) throws IOException {
    return new FoldMember(
        STRING.decode(in),
        STRING.decode(in),
        STRING.decode(in),
        OPTIONAL_STRING.decode(in),
        STRINGS.decode(in),
        STRING.decode(in),
        OPTIONAL_STRING.decode(in),
        instant(OPTIONAL_LONG.decode(in)),
        day(OPTIONAL_LONG.decode(in)),
        precision(OPTIONAL_INT.decode(in)),
        SketchBytes.read(ByteBuffer.wrap(BYTES.decode(in))),
        STRINGS.decode(in));
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable LocalDate day(@Nullable Long epochDay) {
    return epochDay == null ? null : LocalDate.ofEpochDay(epochDay);
  }

  private static @Nullable Precision precision(@Nullable Integer ordinal) {
    return ordinal == null ? null : Arrays.asList(Precision.values()).get(ordinal);
  }
}
