package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagsTest {
  @TempDir Path folder;

  @Test
  void aFlagHasAValueOrIsTrue() throws JobException {
    assertThat(
        Flags.parse(List.of("--zone=UTC", "--sightings", "--input=a=b")),
        equalTo(Map.of("zone", "UTC", "sightings", "true", "input", "a=b")));
  }

  @Test
  void aFlagThatIsNoListHasOneValue() throws JobException {
    JobException twice =
        assertThrows(JobException.class, () -> Flags.parse(List.of("--output=a", "--output=b")));
    assertThat(twice.exitCode(), equalTo(ExitCode.USAGE));
    assertThat(twice.getMessage(), equalTo("--output is given twice, with two values"));
    assertThat(
        Flags.parse(List.of("--output=a", "--input=b", "--output=a", "--input=c")),
        equalTo(Map.of("output", "a", "input", "b,c")));
  }

  @ParameterizedTest
  @CsvSource({
    "minCaptures, -5, 0",
    "minCaptures, -9223372036854775808, 0",
    "minCaptures, ' -5', 0",
    "minArticles, -1, 0",
    "maxPageBytes, 0, 1",
    "maxFileBytes, -9223372036854, 1",
    "partBytes, 0, 1",
    "targetBytes, 0, 1",
    "reportPages, -1, 0"
  })
  void aNumberThatIsTooSmallIsRefused(String name, String value, String least) throws JobException {
    JobException small =
        assertThrows(
            JobException.class,
            () -> FlagChecks.refuseTooSmall(Flags.toOptions(Map.of(name, value))));
    assertThat(
        small.getMessage(),
        equalTo("--" + name + " is a number from " + least + ", not " + value.strip()));
    FlagChecks.refuseTooSmall(Flags.toOptions(Map.of(name, least)));
  }

  @Test
  void everyNumberSaysWhatItTakes() {
    for (Method getter : NewsfoldOptions.class.getMethods()) {
      Class<?> type = getter.getReturnType();
      if (getter.getDeclaringClass().isAnnotationPresent(FlagGroup.class)
          && (type == long.class || type == int.class)) {
        assertThat(getter.getName(), getter.isAnnotationPresent(AtLeast.class), equalTo(true));
      }
    }
  }

  @Test
  void inputsAreSeparatedByCommas() throws JobException {
    NewsfoldOptions options = Flags.toOptions(Map.of("input", "a,b"));
    assertThat(options.getInput(), contains("a", "b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a,b | a;b",
        "a\\,b | a,b",
        "a\\,b,c | a,b;c",
        "in/{a,b}/*.html,c | in/{a,b}/*.html;c",
        "in/{a\\,b,c} | in/{a\\,b,c}",
        "in/\\{a,b | in/\\{a;b",
        "in/{a,b | in/{a;b",
        "a},b | a};b",
        "\\*.html | \\*.html",
        "a\\ | a\\",
        "a,, | a;;"
      })
  void aCommaInANameHasABackslash(String list, String paths) throws JobException {
    for (String flag : List.of("input", "history")) {
      NewsfoldOptions options = Flags.toOptions(Map.of(flag, list));
      assertThat(
          String.join(";", flag.equals("input") ? options.getInput() : options.getHistory()),
          equalTo(paths));
    }
  }

  @Test
  void aFileOfTheWholeNameIsTaken() throws Exception {
    Path both = Files.createFile(folder.resolve("a,b.html"));
    Path c = Files.createFile(folder.resolve("c.html"));
    assertThat(
        inputs(List.of("--input=" + both, "--input=" + c, "--input=" + both)),
        contains(both.toString(), c.toString(), both.toString()));
    assertThat(
        inputs(List.of("--input=" + both + "," + c)),
        contains(folder.resolve("a").toString(), "b.html", c.toString()));
    assertThat(
        Flags.toOptions(
                JobDefinition.find(yaml("job: local\noptions:\n  input: ['" + both + "', d]\n"))
                    .options())
            .getInput(),
        contains(both.toString(), "d"));
  }

  private static List<String> inputs(List<String> args) throws JobException {
    return Flags.toOptions(Flags.parse(args)).getInput();
  }

  @Test
  void anUnknownFlagNamesTheNearest() {
    JobException e =
        assertThrows(JobException.class, () -> Flags.toOptions(Map.of("horizn", "P1D")));
    assertThat(e.getMessage(), containsString("did you mean --horizon?"));
    assertThat(e.exitCode(), equalTo(ExitCode.USAGE));
  }

  @Test
  void aFlagOfTheRunnerIsKnown() throws JobException {
    Flags.toOptions(Map.of("runner", "FlinkRunner", "parallelism", "2"));
  }

  @Test
  void aValueOfTheWrongTypeIsBadUsage() {
    JobException e =
        assertThrows(JobException.class, () -> Flags.toOptions(Map.of("maxPageBytes", "many")));
    assertThat(e.exitCode(), equalTo(ExitCode.USAGE));
    assertThat(e.getMessage(), containsString("--maxPageBytes=many"));
  }

  @Test
  void aDefinitionIsAJobAndAFlatMapOfFlags() throws Exception {
    JobDefinition definition =
        JobDefinition.find(
            yaml("job: local\noptions:\n  input: [a, b]\n  sightings: true\n  maxPageBytes: 7\n"));
    assertThat(definition.job(), equalTo("local"));
    assertThat(
        definition.options(),
        equalTo(Map.of("input", "a,b", "sightings", "true", "maxPageBytes", "7")));
  }

  @Test
  void aDefinitionOfAnotherShapeIsRefused() {
    for (String yaml :
        List.of(
            "options: {}",
            "job: local\nsteps: []",
            "job: local\noptions: [a]",
            "job: [",
            "",
            "job: local\noptions:\n  zone: {a: b}")) {
      JobException e = assertThrows(JobException.class, () -> JobDefinition.find(yaml(yaml)), yaml);
      assertThat(e.exitCode(), equalTo(ExitCode.USAGE));
    }
  }

  @Test
  void everyJobHasADefinitionOfItsOwnName() throws JobException {
    for (String name : Jobs.names()) {
      JobDefinition definition = JobDefinition.find(name);
      assertThat(definition.job(), equalTo(name));
      Flags.toOptions(definition.options());
    }
  }

  private String yaml(String text) throws IOException {
    return Files.writeString(folder.resolve("job.yaml"), text).toString();
  }
}
