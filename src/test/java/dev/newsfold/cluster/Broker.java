package dev.newsfold.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A Kafka broker, its own controller (KRaft), as a process that listens on loopback only. Topics
 * are made by whoever needs them.
 */
final class Broker implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration FORMAT_LIMIT = Duration.ofMinutes(1);

  /** Any 16 bytes in URL-safe Base64 do: nobody else is in this cluster. */
  private static final String CLUSTER_ID = "bmV3c2ZvbGQtdGVzdHMhIQ";

  private static final List<String> FLAGS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

  private final Path folder;
  private final String address;
  private final JavaProcess process;
  private final KafkaProducer<byte[], byte[]> producer;

  private Broker(Path folder, String address, JavaProcess process) {
    this.folder = folder;
    this.address = address;
    this.process = process;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", address, "enable.idempotence", "true", "linger.ms", "20"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Starts a broker, and waits until it answers.
   *
   * @param folder for its settings, log and messages
   */
  static Broker start(Path folder) throws IOException, InterruptedException {
    int port = Loopback.freePort();
    Path settings = writeSettings(Files.createDirectories(folder), port, Loopback.freePort());
    try (JavaProcess format =
        launch(
            "format",
            folder,
            List.of("kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", "" + settings))) {
      if (format.waitFor(FORMAT_LIMIT) != 0) {
        throw new IOException("no storage for a broker\n" + format.tail());
      }
    }
    JavaProcess process = launch("broker", folder, List.of("kafka.Kafka", "" + settings));
    Broker broker = new Broker(folder, Loopback.ADDRESS + ':' + port, process);
    try {
      Await.until(START_LIMIT, broker::answers, () -> "no broker\n" + process.tail());
      return broker;
    } catch (IOException | InterruptedException e) {
      broker.close();
      throw e;
    }
  }

  private static Path writeSettings(Path folder, int port, int controllerPort) throws IOException {
    String at = Loopback.ADDRESS + ':';
    List<String> lines =
        List.of(
            "process.roles=broker,controller",
            "node.id=1",
            "controller.quorum.voters=1@" + at + controllerPort,
            "controller.listener.names=CONTROLLER",
            "listeners=PLAINTEXT://" + at + port + ",CONTROLLER://" + at + controllerPort,
            "advertised.listeners=PLAINTEXT://" + at + port,
            "log.dirs=" + folder.resolve("messages"),
            "auto.create.topics.enable=false",
            "offsets.topic.replication.factor=1",
            // It would take 128 MB for topics that it compacts, of which there are none.
            "log.cleaner.dedupe.buffer.size=2097152");
    return Files.write(folder.resolve("server.properties"), lines, StandardCharsets.UTF_8);
  }

  private static JavaProcess launch(String name, Path folder, List<String> command)
      throws IOException {
    List<String> all = new ArrayList<>(FLAGS);
    all.addAll(JavaProcess.classPath(ClassPath.jars()));
    all.addAll(command);
    return JavaProcess.start(name, folder, all);
  }

  /** What {@code --kafka} takes. */
  String address() {
    return address;
  }

  /** Makes a topic. */
  void createTopic(String topic, int partitions) throws IOException, InterruptedException {
    try (Admin admin = admin()) {
      await(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all());
    }
  }

  /** Sends values to a topic, spread over its partitions in turn, and waits until it has them. */
  void send(String topic, List<byte[]> values) throws IOException, InterruptedException {
    int partitions = producer.partitionsFor(topic).size();
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      sent.add(producer.send(new ProducerRecord<>(topic, i % partitions, null, values.get(i))));
    }
    for (Future<?> one : sent) {
      await(one);
    }
  }

  private boolean answers() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IOException("the broker has ended\n" + process.tail());
    }
    try (Admin admin = admin()) {
      await(admin.describeCluster().nodes());
      return true;
    } catch (IOException e) {
      return false; // It does not listen yet.
    }
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            address,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            "10000",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            "5000"));
  }

  private static void await(Future<?> answer) throws IOException, InterruptedException {
    try {
      answer.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** The end of its log. */
  String tail() {
    return process.tail();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    process.close();
    try {
      Folders.delete(folder.resolve("messages"));
    } catch (IOException e) {
      System.err.println("left " + folder.resolve("messages") + ": " + e);
    }
  }
}
