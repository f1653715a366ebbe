package dev.newsfold.cluster;

import dev.newsfold.JarClasses;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts {@code target/newsfold.jar} as its users do. */
public final class Launch {
  private static final List<String> SMALL =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private Launch() {}

  /** The project's folder. */
  static Path basedir() {
    return Path.of(System.getProperty("newsfold.basedir", ".")).toAbsolutePath().normalize();
  }

  /** The jar that the build has made. */
  static Path jar() {
    return basedir().resolve("target/newsfold.jar");
  }

  /** {@code java -jar newsfold.jar …}, without a cluster. */
  public static JavaProcess alone(Path folder, String name, List<String> arguments)
      throws IOException {
    return JavaProcess.start(name, folder, alone(List.of(), arguments));
  }

  /** What {@code java} gets to run the jar, with more flags for the JVM. */
  static List<String> alone(List<String> flags, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(SMALL);
    command.addAll(archivedClasses());
    command.addAll(flags);
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(arguments);
    return command;
  }

  private static List<String> archivedClasses() throws IOException {
    try {
      return List.of(
          "-XX:SharedArchiveFile=" + JarClasses.archiveOf(jar()),
          "-Xlog:cds=off",
          "-Xlog:cds+dynamic=off");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** {@code java -jar newsfold.jar … --flinkMaster=host:port}. */
  static JavaProcess byJar(FlinkCluster cluster, String name, List<String> arguments)
      throws IOException {
    List<String> all = new ArrayList<>(arguments);
    all.add("--runner=FlinkRunner");
    all.add("--flinkMaster=" + cluster.address());
    all.add("--flinkConfDir=" + cluster.folder());
    return alone(cluster.folder(), name, all);
  }

  /** {@code flink run -c dev.newsfold.Newsfold newsfold.jar …}. */
  static JavaProcess byClient(
      FlinkCluster cluster, String name, List<String> options, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(SMALL);
    command.addAll(FlinkSettings.opens());
    command.addAll(JavaProcess.classPath(ClassPath.flink()));
    command.addAll(
        List.of("org.apache.flink.client.cli.CliFrontend", "run", "-m", cluster.address()));
    command.addAll(options);
    command.addAll(List.of("-c", "dev.newsfold.Newsfold", jar().toString()));
    command.addAll(arguments);
    command.add("--runner=FlinkRunner");
    return JavaProcess.start(name, cluster.folder(), command);
  }
}
