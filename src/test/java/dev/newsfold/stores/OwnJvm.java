package dev.newsfold.stores;

import dev.newsfold.Newsfold;
import dev.newsfold.Started;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts jobs and commands in a JVM of its own, with variables or a class path of its own. */
public final class OwnJvm {
  private static final String NEXT = "\0next\0";

  private OwnJvm() {}

  /**
   * Starts one with another class path, which need not have the tests'; all it says is its errors.
   */
  public static Started start(String classPath, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Newsfold.class.getName()));
    command.addAll(arguments);
    Process process = java(classPath, command).redirectErrorStream(true).start();
    String said = text(process);
    return new Started(process.waitFor(), "", said);
  }

  /** Starts one after the other in one JVM, which takes a good part of the time of one alone. */
  public static List<Started> start(Map<String, String> environment, List<List<String>> all)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(OwnJvm.class.getName()));
    for (List<String> arguments : all) {
      command.add(String.join("\n", arguments));
    }
    ProcessBuilder builder = java(System.getProperty("java.class.path"), command);
    builder.environment().putAll(environment);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String[] said = text(process).split(NEXT, -1);
    process.waitFor();
    List<Started> ended = new ArrayList<>();
    for (int i = 0; i + 3 < said.length; i += 3) {
      ended.add(new Started(Integer.parseInt(said[i]), said[i + 1], said[i + 2]));
    }
    return ended;
  }

  private static ProcessBuilder java(String classPath, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Starts what its arguments are, each a list in lines, and says how each ended. */
  public static void main(String[] all) {
    for (String arguments : all) {
      Started ended = Started.with(arguments.split("\n"));
      String said = ended.code() + NEXT + ended.out() + NEXT + ended.err() + NEXT;
      System.out.writeBytes(said.getBytes(StandardCharsets.UTF_8));
    }
    System.out.flush();
    System.exit(0);
  }
}
