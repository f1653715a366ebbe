package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.newsfold.Started;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The files for schedulers say what their schedulers understand, and start what there is. Where
 * systemd's or Kubernetes' own checker is on the machine, it has the last word.
 */
class DeploymentFilesTest {
  private static final Path PIPELINES =
      Path.of(System.getProperty("newsfold.basedir", "")).resolve("pipelines");
  private static final String JAR = "/newsfold.jar";

  /** The JVM's own, by {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  /** Whether to try again: what a scheduler is told of each way to fail. */
  private static final Set<Integer> FINAL =
      Stream.concat(
              Stream.of(OUT_OF_MEMORY),
              Arrays.stream(ExitCode.values())
                  .filter(code -> code != ExitCode.OK && code != ExitCode.NOT_NOW)
                  .map(ExitCode::code))
          .collect(Collectors.toCollection(TreeSet::new));

  @TempDir Path folder;

  @Test
  void cronsLineHasFiveTimesAUserAndACommandThatRuns() throws IOException {
    List<String> jobs = new ArrayList<>();
    for (String line : lines("cron/newsfold")) {
      if (!line.isBlank() && !line.startsWith("#") && !line.matches("[A-Z]+=.*")) {
        jobs.add(line);
      }
    }
    assertThat(jobs, hasSize(1));
    String[] fields = jobs.get(0).split("\\s+", 7);
    String[] most = {"59", "23", "31", "12", "7"};
    for (int i = 0; i < most.length; i++) {
      assertThat(fields[i], matchesPattern("\\*|\\d+(-\\d+)?(/\\d+)?(,\\d+(-\\d+)?)*"));
      for (String number : fields[i].split("\\D+")) {
        assertThat(
            number.isEmpty() || Integer.parseInt(number) <= Integer.parseInt(most[i]),
            equalTo(true));
      }
    }
    assertThat(fields[5], equalTo("newsfold"));
    // cron takes an unescaped per cent sign for the end of a line.
    assertThat(fields[6].contains("%"), equalTo(false));
    expectToRun(words(fields[6].replaceFirst(" >>.*", "")));
  }

  @Test
  void systemdsServiceStartsTheJobAndTriesAgainOnlyWhereThatHelps() throws IOException {
    Unit service = unit("systemd/newsfold.service");
    assertThat(service.setting("Service", "Type"), equalTo("oneshot"));
    assertThat(service.setting("Service", "Restart"), equalTo("on-failure"));
    assertThat(
        numbers(service.setting("Service", "RestartPreventExitStatus").split(" ")), equalTo(FINAL));
    List<String> command = words(service.setting("Service", "ExecStart"));
    expectToRun(command);
    assertThat(flag(command, "output"), startsWith(service.setting("Service", "ReadWritePaths")));
    assertThat(unit("systemd/newsfold.timer").setting("Timer", "Persistent"), equalTo("true"));
  }

  @Test
  void systemdUnderstandsItsFiles() throws IOException, InterruptedException {
    assumeTrue(isThere("systemd-analyze"), "systemd-analyze is not there");
    for (String file : List.of("newsfold.service", "newsfold.timer")) {
      Files.copy(PIPELINES.resolve("systemd/" + file), folder.resolve(file));
    }
    assertThat(
        said("systemd-analyze", "verify", folder.resolve("newsfold.timer").toString()),
        equalTo(""));
    assertThat(
        said(
            "systemd-analyze",
            "calendar",
            unit("systemd/newsfold.timer").setting("Timer", "OnCalendar")),
        containsString("Next elapse"));
  }

  @Test
  void theCronJobIsOneOfBatchV1AndTriesAgainOnlyWhereThatHelps() throws IOException {
    Node job = manifest();
    assertThat(job.text("apiVersion"), equalTo("batch/v1"));
    assertThat(job.text("kind"), equalTo("CronJob"));
    Node spec = job.at("spec");
    assertThat(spec.text("schedule"), matchesPattern("\\d+ \\d+ \\* \\* \\*"));
    assertThat(spec.text("concurrencyPolicy"), equalTo("Forbid"));
    Node template = spec.at("jobTemplate").at("spec");
    Node pod = template.at("template").at("spec");
    assertThat(pod.text("restartPolicy"), equalTo("Never"));
    Node container = pod.list("containers").get(0);
    Map<String, Set<Integer>> actions = new TreeMap<>();
    for (Node rule : template.at("podFailurePolicy").list("rules")) {
      if (rule.map().containsKey("onExitCodes")) {
        Node codes = rule.at("onExitCodes");
        assertThat(codes.text("containerName"), equalTo(container.text("name")));
        assertThat(codes.text("operator"), equalTo("In"));
        actions.put(rule.text("action"), numbers(codes.texts("values").toArray(new String[0])));
      }
    }
    assertThat(
        actions, equalTo(Map.of("FailJob", FINAL, "Count", Set.of(ExitCode.NOT_NOW.code()))));
    List<String> command = new ArrayList<>(container.texts("command"));
    command.addAll(container.texts("args"));
    expectToRun(command);
    assertThat(spec.text("timeZone"), equalTo(flag(command, "zone")));
  }

  @Test
  void kubectlFindsNoFieldInTheCronJobThatItDoesNotKnow() throws IOException, InterruptedException {
    assumeTrue(isThere("kubectl"), "kubectl is not there");
    String file = PIPELINES.resolve("kubernetes/scheduled.yaml").toString();
    // It reads into the types of batch/v1, which have no room for others, and writes them out.
    String typed =
        said("kubectl", "set", "image", "--local", "-f", file, "newsfold=other", "-o", "yaml");
    Set<String> lost = new TreeSet<>(manifest().paths());
    lost.removeAll(Node.of(typed).paths());
    assertThat(lost, equalTo(Set.of()));
  }

  @Test
  void noneOfThemIsTakenForAJobDefinition() throws IOException {
    try (Stream<Path> files = Files.list(PIPELINES)) {
      List<String> definitions =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.replace(".yaml", ""))
              .toList();
      assertThat(definitions, containsInAnyOrder(Jobs.names().toArray()));
    }
    assertThat(
        JobDefinition.class.getResource("/pipelines/kubernetes/scheduled.yaml") == null,
        equalTo(true));
  }

  /**
   * Runs the job of a command line, with the folders it names moved here; there are no captures.
   */
  private void expectToRun(List<String> command) {
    int jar = command.indexOf("-jar");
    assertThat(command.get(0), equalTo("java"));
    assertThat(command.get(jar + 1).endsWith(JAR), equalTo(true));
    // Or a run on the DirectRunner would wait without end, and keep its output from all others.
    assertThat(command.subList(1, jar), hasItem("-XX:+ExitOnOutOfMemoryError"));
    List<String> arguments = command.subList(jar + 2, command.size());
    assertThat(arguments.get(0), equalTo("scheduled"));
    List<String> here =
        arguments.stream().map(word -> word.replace("=/srv/", "=" + folder + "/srv/")).toList();
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T19:10:00Z"), ZoneOffset.UTC);
    Started started = Started.at(clock, here.toArray(new String[0]));
    assertThat(started.err(), started.code(), equalTo(ExitCode.NOT_NOW.code()));
    assertThat(started.err(), containsString("the captures of 2026-11-24 are not there yet"));
    assertThat(started.err(), containsString("/srv/newsfold/captures/2026/11/24/"));
  }

  private static String flag(List<String> command, String name) {
    String start = "--" + name + '=';
    return command.stream()
        .filter(word -> word.startsWith(start))
        .findAny()
        .orElseThrow()
        .substring(start.length());
  }

  /** A command line as a shell parts it, as far as single quotes go. */
  private static List<String> words(String line) {
    return Arrays.stream(line.trim().split("\\s+")).map(word -> word.replace("'", "")).toList();
  }

  private static Set<Integer> numbers(String... texts) {
    return Arrays.stream(texts)
        .map(Integer::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(PIPELINES.resolve(file));
  }

  /** A unit file of systemd: its sections, and their settings. */
  private record Unit(Map<String, Map<String, String>> sections) {
    String setting(String section, String key) {
      Map<String, String> settings = Objects.requireNonNull(sections.get(section), section);
      return Objects.requireNonNull(settings.get(key), key);
    }
  }

  /** Reads a unit file, with lines that go on put together. */
  private static Unit unit(String file) throws IOException {
    Map<String, Map<String, String>> sections = new TreeMap<>();
    Map<String, String> section = Map.of();
    for (String line : String.join("\n", lines(file)).replace("\\\n", " ").split("\n")) {
      if (line.startsWith("[")) {
        section = new TreeMap<>();
        sections.put(line.substring(1, line.indexOf(']')), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
      }
    }
    return new Unit(sections);
  }

  private static Node manifest() throws IOException {
    return Node.of(Files.readString(PIPELINES.resolve("kubernetes/scheduled.yaml")));
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String said(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said, process.waitFor(30, TimeUnit.SECONDS), equalTo(true));
    assertThat(said, process.exitValue(), equalTo(0));
    return said;
  }

  /** A piece of a YAML document. */
  private record Node(Object value) {
    static Node of(String yaml) {
      return new Node(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    Map<?, ?> map() {
      return (Map<?, ?>) value;
    }

    Node at(String key) {
      assertThat(map().keySet().toString(), map().containsKey(key), equalTo(true));
      return new Node(Objects.requireNonNull(map().get(key), key));
    }

    String text(String key) {
      return String.valueOf(at(key).value);
    }

    List<Node> list(String key) {
      return ((List<?>) at(key).value).stream().map(Node::new).toList();
    }

    List<String> texts(String key) {
      return list(key).stream().map(item -> String.valueOf(item.value)).toList();
    }

    /** The paths of all keys below. */
    Set<String> paths() {
      Set<String> paths = new TreeSet<>();
      collect("", value, paths);
      return paths;
    }

    private static void collect(String path, Object value, Set<String> paths) {
      if (value instanceof Map<?, ?> map) {
        map.forEach(
            (key, below) -> {
              paths.add(path + '/' + key);
              collect(path + '/' + key, below, paths);
            });
      } else if (value instanceof List<?> list) {
        list.forEach(item -> collect(path, item, paths));
      }
    }
  }
}
