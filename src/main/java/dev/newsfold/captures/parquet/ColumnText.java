package dev.newsfold.captures.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.Type;

/**
 * The values of a column as what they mean, or as text: times and days in ISO 8601, bytes each as a
 * character.
 */
final class ColumnText {
  /** 1 January 1970 in the days of astronomers, by which INT96 counts. */
  private static final long JULIAN_EPOCH_DAY = 2_440_588;

  private final SchemaElement element;

  ColumnText(SchemaElement element) {
    this.element = element;
  }

  /** Whether the values are bytes of which nothing says that they are text. */
  boolean isBinary() {
    boolean bytes =
        element.getType() == Type.BYTE_ARRAY || element.getType() == Type.FIXED_LEN_BYTE_ARRAY;
    ConvertedType converted = element.getConverted_type();
    LogicalType logical = element.getLogicalType();
    boolean text =
        converted == ConvertedType.UTF8
            || converted == ConvertedType.JSON
            || converted == ConvertedType.ENUM
            || logical != null
                && (logical.isSetSTRING() || logical.isSetJSON() || logical.isSetENUM());
    return bytes && !text;
  }

  /** A value as text. */
  String of(Object value) {
    Object meaning = meaning(value);
    return meaning instanceof ByteBuffer bytes
        ? StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString()
        : meaning.toString();
  }

  /**
   * What a value means: an {@code Instant}, {@code LocalDate}, {@code String} or number, {@code
   * true} or {@code false}; a {@code ByteBuffer} if nothing says that its bytes are text.
   */
  Object meaning(Object value) {
    if (value instanceof Long number) {
      return whole(number);
    }
    if (value instanceof ByteBuffer bytes) {
      if (element.getType() == Type.INT96) {
        return julian(bytes);
      }
      return isBinary() ? bytes : StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
    return value;
  }

  private Object whole(long number) {
    ConvertedType converted = element.getConverted_type();
    LogicalType logical = element.getLogicalType();
    if (converted == ConvertedType.DATE || logical != null && logical.isSetDATE()) {
      return LocalDate.ofEpochDay(number);
    }
    ChronoUnit unit = null;
    if (logical != null && logical.isSetTIMESTAMP()) {
      TimeUnit stated = logical.getTIMESTAMP().getUnit();
      unit =
          stated.isSetMILLIS()
              ? ChronoUnit.MILLIS
              : stated.isSetMICROS() ? ChronoUnit.MICROS : ChronoUnit.NANOS;
    } else if (converted == ConvertedType.TIMESTAMP_MILLIS) {
      unit = ChronoUnit.MILLIS;
    } else if (converted == ConvertedType.TIMESTAMP_MICROS) {
      unit = ChronoUnit.MICROS;
    }
    return unit == null ? (Object) number : Instant.EPOCH.plus(number, unit);
  }

  private static Instant julian(ByteBuffer bytes) {
    ByteBuffer time = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    long nanosOfDay = time.getLong();
    long day = Integer.toUnsignedLong(time.getInt()) - JULIAN_EPOCH_DAY;
    return Instant.EPOCH.plus(day, ChronoUnit.DAYS).plusNanos(nanosOfDay);
  }
}
