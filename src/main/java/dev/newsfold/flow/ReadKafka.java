package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.CaptureValue;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.Verdict;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.records.Capture;
import java.util.Map;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Reads captures from a Kafka topic, from its beginning on, committed ones only. How far each
 * partition was read is part of every checkpoint; no consumer group is asked.
 *
 * <p>It gives what {@link ReadCaptures} does: captures, entries of the ledger, rejections. A value
 * that is no capture is a rejection, whose origin is its topic, partition and offset.
 */
public final class ReadKafka extends PTransform<PBegin, PCollection<RawUnionValue>> {
  private static final int BUCKETS = 4096;

  private final String brokers;
  private final String topic;
  private final ReadFn read;

  private ReadKafka(String brokers, String topic, ReadFn read) {
    this.brokers = brokers;
    this.topic = topic;
    this.read = read;
  }

  /**
   * Reads a topic.
   *
   * @param brokers host:port, several with commas
   */
  public static ReadKafka from(String brokers, String topic, ReadLimits limits) {
    return new ReadKafka(brokers, topic, new ReadFn(limits.maxPageBytes(), CaptureStep.HAND_ON));
  }

  /** The same, each capture parsed where it is read. */
  public ReadKafka parsing(ParseSettings parse) {
    return new ReadKafka(brokers, topic, new ReadFn(read.maxPageBytes, new ParsePages(parse)));
  }

  @Override
  public PCollection<RawUnionValue> expand(PBegin begin) {
    return begin
        .apply(
            "Consume",
            KafkaIO.readBytes()
                .withBootstrapServers(brokers)
                .withTopic(topic)
                .withReadCommitted()
                .withConsumerConfigUpdates(
                    Map.of(
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false)))
        // A topic has few partitions; the parsing is to be spread over all workers.
        .apply(
            "Spread", Reshuffle.<KafkaRecord<byte[], byte[]>>viaRandomKey().withNumBuckets(BUCKETS))
        .apply("Read", ParDo.of(read))
        .setCoder(Readings.CODER);
  }

  private static final class ReadFn extends DoFn<KafkaRecord<byte[], byte[]>, RawUnionValue> {
    private final long maxPageBytes;
    private final CaptureStep step;
    private transient CaptureValue values;

    private ReadFn(long maxPageBytes, CaptureStep step) {
      this.maxPageBytes = maxPageBytes;
      this.step = step;
    }

    @Setup
    public void setUp() {
      values = new CaptureValue(ReadLimits.DEFAULT.withMaxPageBytes(maxPageBytes));
    }

    @ProcessElement
    public void process(
        @Element KafkaRecord<byte[], byte[]> message, OutputReceiver<RawUnionValue> out) {
      Verdict<Capture> verdict =
          values.read(
              message.getKV().getValue(),
              message.getTopic() + '/' + message.getPartition(),
              message.getOffset());
      String file = "";
      if (verdict instanceof Verdict.Accepted<Capture> accepted) {
        step.take(accepted.value(), out::output);
        file = accepted.value().getOrigin().getFile();
      } else if (verdict instanceof Verdict.Rejected<Capture> rejected) {
        Counters.captureDone();
        out.output(Readings.of(rejected.rejection()));
        file = rejected.rejection().getOrigin().getFile();
      }
      out.output(Readings.of(Ledger.of(file).setCaptures(1).build()));
    }
  }
}
