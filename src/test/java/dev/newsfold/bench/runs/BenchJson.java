package dev.newsfold.bench.runs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsfold.jobs.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.beam.sdk.util.ReleaseInfo;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.jspecify.annotations.Nullable;

/** {@code bench.json}: the machine, each run, and what they come to. Seconds and megabytes. */
final class BenchJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private BenchJson() {}

  static void write(Path file, BenchFlags flags, List<Measured> runs, List<Summary> summaries)
      throws IOException {
    ObjectNode root = NODES.objectNode();
    root.put("format", 1);
    root.set("machine", machine());
    root.set("versions", versions());
    root.put("heap", flags.heap());
    root.put("rounds", flags.rounds());
    root.put("base", Subject.BASE.flag());
    ArrayNode all = root.putArray("runs");
    runs.forEach(run -> all.add(run(run)));
    ArrayNode rows = root.putArray("summary");
    summaries.forEach(summary -> rows.add(summary(summary)));
    Files.write(
        file,
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(root));
  }

  private static ObjectNode machine() throws IOException {
    ObjectNode machine = NODES.objectNode();
    machine.put("cpu", Proc.value(Path.of("/proc/cpuinfo"), "model name"));
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("memory", Proc.value(Path.of("/proc/meminfo"), "MemTotal"));
    machine.put("system", System.getProperty("os.name") + ' ' + System.getProperty("os.version"));
    return machine;
  }

  private static ObjectNode versions() {
    ObjectNode versions = NODES.objectNode();
    versions.put("newsfold", Jobs.version());
    versions.put("java", ManagementFactory.getRuntimeMXBean().getVmVersion());
    versions.put("beam", ReleaseInfo.getReleaseInfo().getVersion());
    versions.put("flink", EnvironmentInformation.getVersion());
    versions.put("jsoup", maven("org.jsoup", "jsoup"));
    versions.put("readability4j", maven("net.dankito.readability4j", "readability4j"));
    return versions;
  }

  /** The version that a jar of Maven's says it has. */
  private static String maven(String group, String name) {
    String place = "/META-INF/maven/" + group + '/' + name + "/pom.properties";
    try (InputStream in = BenchJson.class.getResourceAsStream(place)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static ObjectNode run(Measured run) {
    ObjectNode node = row(run.row());
    node.put("round", run.round());
    node.put("load", run.load());
    node.put("exit", run.exitCode());
    node.put("wall", run.wallSeconds());
    node.put("cpu", run.cpuSeconds());
    node.put("peak", run.peakMegabytes());
    node.put("shuffled", run.shuffledMegabytes());
    return node;
  }

  private static ObjectNode summary(Summary summary) {
    ObjectNode node = row(summary.row());
    node.put("runs", summary.runs());
    node.set("wall", spread(summary.wall()));
    node.set("cpu", spread(summary.cpu()));
    node.set("peak", spread(summary.peakMegabytes()));
    node.set("shuffled", spread(summary.shuffledMegabytes()));
    node.set("wallRatio", spread(summary.wallRatio()));
    node.set("cpuRatio", spread(summary.cpuRatio()));
    return node;
  }

  private static ObjectNode row(Measured.Row row) {
    ObjectNode node = NODES.objectNode();
    node.put("subject", row.subject().flag());
    node.put("input", row.input().title());
    node.put("pages", row.input().pages());
    node.put("bytes", row.input().bytes());
    node.put("files", row.input().fileCount());
    node.put("warmth", row.warmth());
    return node;
  }

  private static @Nullable ObjectNode spread(@Nullable Spread spread) {
    if (spread == null) {
      return null;
    }
    ObjectNode node = NODES.objectNode();
    node.put("median", spread.median());
    node.put("min", spread.min());
    node.put("max", spread.max());
    return node;
  }
}
