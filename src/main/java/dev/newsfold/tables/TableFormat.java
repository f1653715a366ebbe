package dev.newsfold.tables;

import dev.newsfold.sinks.CountedOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;

/** The formats of a table's files. */
public enum TableFormat {
  /** Lists and maps in the form of three levels that the format's specification asks for. */
  PARQUET {
    @Override
    Writer open(OutputStream out, Schema schema) throws IOException {
      ParquetConfiguration settings = new PlainParquetConfiguration();
      settings.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
      ParquetWriter<GenericRecord> parquet =
          AvroParquetWriter.<GenericRecord>builder(new StreamFile(out))
              .withConf(settings)
              .withSchema(schema)
              .withDataModel(new GenericData())
              .withCodecFactory(new PageCompression())
              .withCompressionCodec(PageCompression.CODEC)
              .withRowGroupSize(ROW_GROUP)
              .build();
      return new Writer() {
        @Override
        public void write(GenericRecord row, int size) throws IOException {
          parquet.write(row);
        }

        @Override
        public long bytes() {
          return parquet.getDataSize();
        }

        @Override
        public void close() throws IOException {
          parquet.close();
        }
      };
    }
  },

  AVRO {
    @Override
    Writer open(OutputStream out, Schema schema) throws IOException {
      CountedOutput counted = new CountedOutput(out);
      DataFileWriter<GenericRecord> avro =
          new DataFileWriter<>(new GenericDatumWriter<>(schema, new GenericData()));
      avro.setCodec(CodecFactory.zstandardCodec(3));
      // All zeros would do as well: it only has to be the same each time.
      avro.create(schema, counted, new byte[] {2, 0, 2, 0, 0, 9, 2, 5, 1, 1, 4, 5, 2, 7, 0, 0});
      return new Writer() {
        private long written;
        private long waiting;

        @Override
        public void write(GenericRecord row, int size) throws IOException {
          avro.append(row);
          waiting = counted.bytes() == written ? waiting + size : 0;
          written = counted.bytes();
        }

        @Override
        public long bytes() {
          return written + waiting;
        }

        @Override
        public void close() throws IOException {
          avro.close();
        }
      };
    }
  };

  /** Encoded rows are held until they are so many bytes: the smaller, the less memory. */
  private static final long ROW_GROUP = 32L << 20;

  /** Writes the rows of one file. */
  interface Writer extends Closeable {
    /**
     * Writes a row.
     *
     * @param size of it in Avro's binary encoding, in bytes
     */
    void write(GenericRecord row, int size) throws IOException;

    /**
     * How large the file is with the rows so far, of which those that have not been compressed yet
     * count as they are: it will not be larger by much, and often is smaller.
     */
    long bytes();
  }

  /** Starts a file; closing its writer closes the stream. */
  abstract Writer open(OutputStream out, Schema schema) throws IOException;

  /** The name, and the ending of a file's. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a name. */
  public static Optional<TableFormat> of(String word) {
    return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
  }
}
