package dev.newsfold.stores.hdfs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/** An HDFS on loopback, in a JVM of its own, which ends with this one at the latest. */
public final class HdfsServer implements AutoCloseable {
  private final Process process;
  private final String address;

  private HdfsServer(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Starts one that keeps its blocks, and its log, in a folder. */
  public static HdfsServer start(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HdfsServerMain.class.getName(),
                folder.resolve("hdfs").toString())
            .redirectError(folder.resolve("hdfs.log").toFile())
            .start();
    @SuppressWarnings("resource") // It ends with the process.
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (@Nullable String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("port ")) {
        return new HdfsServer(process, "hdfs://127.0.0.1:" + line.substring("port ".length()));
      }
    }
    throw new IOException("no HDFS: see " + folder.resolve("hdfs.log"));
  }

  /** The address of its root, without a slash. */
  public String address() {
    return address;
  }

  PipelineOptions options() {
    PipelineOptions options = PipelineOptionsFactory.create();
    HdfsClient.setUp(options);
    return options;
  }

  /** Copies a file there. */
  public void put(Path from, String to) throws IOException {
    org.apache.hadoop.fs.Path path = HdfsClient.path(address + to);
    new HdfsClient(options())
        .ask(
            path,
            files -> {
              files.mkdirs(path.getParent());
              files.copyFromLocalFile(new org.apache.hadoop.fs.Path(from.toUri()), path);
              return path;
            });
  }

  /** Copies a folder from there. */
  public void get(String from, Path to) throws IOException {
    org.apache.hadoop.fs.Path path = HdfsClient.path(address + from);
    files().copyToLocalFile(false, path, new org.apache.hadoop.fs.Path(to.toUri()), true);
  }

  /** Its file system, as one who is set up otherwise sees it. */
  FileSystem files() throws IOException {
    return new HdfsClient(options()).ask(HdfsClient.path(address), files -> files);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
