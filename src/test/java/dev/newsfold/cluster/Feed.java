package dev.newsfold.cluster;

import dev.newsfold.records.Capture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** Sends captures to a topic of its own, out of order, and remembers what it has sent. */
final class Feed {
  private final Broker broker;
  private final String topic;
  private final Random random;
  private final List<byte[]> sent = new ArrayList<>();
  private int malformed;
  private int repeated;

  private Feed(Broker broker, String topic, Random random) {
    this.broker = broker;
    this.topic = topic;
    this.random = random;
  }

  /** Makes the topic, and sends nothing yet. */
  static Feed to(Broker broker, String topic, int partitions, Random random)
      throws IOException, InterruptedException {
    broker.createTopic(topic, partitions);
    return new Feed(broker, topic, random);
  }

  /** The flags of a stream that reads what this sends. */
  List<String> flags() {
    return List.of("--kafka=" + broker.address(), "--topic=" + topic);
  }

  /** Sends captures, and among them a value that is no capture. */
  void send(List<Capture> captures) throws IOException, InterruptedException {
    List<byte[]> values = new ArrayList<>();
    for (Capture capture : captures) {
      values.add(encode(capture));
    }
    sent.addAll(values);
    byte[] junk = new byte[1 + random.nextInt(200)];
    random.nextBytes(junk);
    values.add(junk);
    malformed++;
    shuffleAndSend(values);
  }

  /** Delivers everything once more, in another order; malformed values would be new ones. */
  void sendAgain() throws IOException, InterruptedException {
    repeated += sent.size();
    shuffleAndSend(new ArrayList<>(sent));
  }

  private void shuffleAndSend(List<byte[]> values) throws IOException, InterruptedException {
    Collections.shuffle(values, random);
    broker.send(topic, values);
  }

  /** How many messages the topic holds. */
  int messages() {
    return sent.size() + malformed + repeated;
  }

  /** How many of them are no captures. */
  int malformed() {
    return malformed;
  }

  /** How many of them were there before. */
  int repeated() {
    return repeated;
  }

  private static byte[] encode(Capture capture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new SpecificDatumWriter<>(Capture.class).write(capture, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
