package dev.newsfold.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A record in Avro's binary encoding, as {@link AvroCoder} writes it. That coder carries its schema
 * along as JSON, with all that the schema documents, wherever a pipeline is written down; the
 * DirectRunner writes down every step and its coders for each bundle, which took a sixth of the
 * time of a small run. This one carries the name of the record's class, which has the schema.
 */
public final class RecordCoder<T extends SpecificRecord> extends CustomCoder<T> {
  private static final long serialVersionUID = 1L;

  private static final ThreadLocal<LastEncoded> LAST = ThreadLocal.withInitial(LastEncoded::new);

  private final Class<T> type;
  private transient @Nullable AvroCoder<T> avro;

  private RecordCoder(Class<T> type) {
    this.type = type;
  }

  /** The coder of a generated class. */
  public static <T extends SpecificRecord> RecordCoder<T> of(Class<T> type) {
    return new RecordCoder<>(type);
  }

  private AvroCoder<T> avro() {
    AvroCoder<T> coder = avro;
    if (coder == null) {
      coder = AvroCoder.specific(type);
      avro = coder;
    }
    return coder;
  }

  @Override
  public void encode(T item, OutputStream out) throws IOException {
    LAST.get().encode(item, avro().getDatumWriter(), out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    return avro().decode(in);
  }

  @Override
  public void verifyDeterministic() throws NonDeterministicException {
    avro().verifyDeterministic();
  }

  @Override
  public TypeDescriptor<T> getEncodedTypeDescriptor() {
    return TypeDescriptor.of(type);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordCoder<?> coder && coder.type.equals(type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public String toString() {
    return "RecordCoder(" + type.getSimpleName() + ")";
  }

  /**
   * What a thread has encoded last. Flink's batch writes an element down once for each step that
   * reads it, an article seven times; it is encoded for the first, and copied for the others. So a
   * record must not be changed once it is given away, as Beam has it.
   */
  private static final class LastEncoded {
    /** Room for longer records is given back. */
    private static final int MOST = 1 << 20;

    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable BinaryEncoder encoder;
    private @Nullable Object item;

    <T> void encode(T next, DatumWriter<T> writer, OutputStream out) throws IOException {
      if (next != item) {
        item = null;
        bytes.reset();
        BinaryEncoder avro = EncoderFactory.get().binaryEncoder(bytes, encoder);
        encoder = avro;
        writer.write(next, avro);
        avro.flush();
        item = next;
      }
      bytes.writeTo(out);
      if (bytes.size() > MOST) {
        item = null;
        bytes = new ByteArrayOutputStream();
      }
    }
  }
}
