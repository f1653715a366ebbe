package dev.newsfold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.newsfold.jobs.ExitCode;
import dev.newsfold.jobs.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program answers to people who do not know it yet, or slip. */
class CommandLineTest {
  private static final List<String> COMMANDS =
      List.of("sample", "inspect", "cat", "export", "diff", "why");

  @TempDir Path folder;

  @Test
  void helpNamesEveryJobAndEveryCommand() {
    for (String word : List.of("--help", "-h", "help")) {
      String help = Started.well(word).out();
      Jobs.names().forEach(job -> assertThat(help, containsString("\n      " + job + " ")));
      COMMANDS.forEach(name -> assertThat(help, containsString("pipelines/run " + name + " ")));
    }
    assertThat(Started.with().code(), equalTo(64));
  }

  @Test
  void aJobsHelpHasItsFlagsByGroupWithTheirDefaultsAndAnExample() {
    String help = Started.well("scheduled", "--help").out();
    assertThat(help, containsString("Example:\n  pipelines/run scheduled --day="));
    assertThat(help, containsString("\nWhat it reads:\n  --htmlField"));
    assertThat(help, containsString("\nHow articles are counted:\n"));
    assertThat(flag(help, "day"), containsString("[yesterday in --zone]"));
    assertThat(flag(help, "output"), containsString("[out/scheduled]"));
    assertThat(flag(help, "maxFileBytes"), containsString("[no limit]"));
    assertThat(help, not(containsString("--kafka")));
    assertThat(help, not(containsString("--partBytes")));
    assertThat(Started.well("help", "scheduled").out(), equalTo(help));
  }

  @Test
  void everyJobHasAHelpOfTheFlagsThatItTakesAndNoOthers() {
    for (String job : Jobs.names()) {
      String help = Started.well(job, "--output=x", "--help").out();
      for (String name : List.of("day", "kafka", "partBytes", "minArticles", "siteRules")) {
        Started started = Started.with(job, "--" + name + "=");
        assertThat(
            job + " --" + name + ": " + started.err(),
            started.err().contains("means nothing to " + job),
            equalTo(!help.contains("  --" + name + " ")));
      }
    }
  }

  @Test
  void theHelpOnADefinitionHasItsDefaults() throws IOException {
    Path file =
        Files.writeString(folder.resolve("mine.yaml"), "job: fold\noptions:\n  zone: UTC\n");
    String help = Started.well(file.toString(), "--help").out();
    assertThat(flag(help, "zone"), containsString("[UTC]"));
  }

  @Test
  void aFlagOfACommandHasOneValue() {
    Started started = Started.with("cat", "--limit=1", "--limit=2", "file.avro");
    assertThat(started.err(), started.code(), equalTo(64));
    assertThat(started.err(), containsString("--limit is given twice, with two values"));
  }

  @Test
  void everyCommandHasAHelpWithAnExample() {
    for (String name : COMMANDS) {
      String help = Started.well(name, "--help").out();
      assertThat(help, startsWith("usage: " + name + " "));
      assertThat(help, containsString("\nexample: pipelines/run " + name + " "));
    }
  }

  @Test
  void theVersionIsThatOfAllThatResultsDependOn() {
    assertThat(Started.well("--version").out(), startsWith("newsfold "));
    assertThat(Started.well("--version").out(), containsString("Beam 2."));
  }

  @Test
  void valuesThatMeanNothingAreRefused() {
    refused("--horizon: -P1D is negative", "local", "--horizon=-P1D");
    refused(
        "--parallelism must be 1 or more",
        "local",
        "--input=" + Path.of("pom.xml"),
        "--output=" + folder.resolve("none"),
        "--runner=FlinkRunner",
        "--parallelism=0");
    refused("--targetParallelism must be 1 or more", "local", "--targetParallelism=-5");
    refused(
        "--pageBytes is a number from 0 to 67108864",
        "sample",
        "--pageBytes=67108865",
        "--output=" + folder.resolve("none.warc"));
    refused("--examples is a number from 0 to 1000", "diff", "--examples=1001", "a", "b");
    refused("an argument is empty", "inspect", "");
    refused("an argument is empty", "cat", " ");
    refused("64 hexadecimal digits", "inspect", "pom.xml", "--payload=9f");
  }

  @ParameterizedTest
  @CsvSource({
    "cat, field",
    "cat, limit",
    "cat, current",
    "diff, ignore",
    "diff, examples",
    "inspect, payload",
    "inspect, zone",
    "inspect, asOf",
    "export, to",
    "export, dataset",
    "export, format",
    "export, current",
    "sample, output",
    "sample, seed"
  })
  void aCommandsFlagIsNotEmpty(String command, String flag) {
    refused("--" + flag + " is empty: is a variable unset?", command, "--" + flag + "=", "x");
    refused("--" + flag + " is empty", command, "x", "--" + flag + "= ");
  }

  @Test
  void aCommandsFlagHasAValueUnlessItIsASwitch() {
    refused("--field has no value; give one as --field=VALUE", "cat", "--field", "x");
    refused("--payload has no value", "inspect", "x", "--payload");
    refused("--ignore has no value", "diff", "a", "b", "--ignore");
    refused(
        "--dataset has an empty part",
        "export",
        folder.toString(),
        "--dataset=articles,,",
        "--to=x");
    refused("--field has an empty part", "cat", "x", "--field=,");
  }

  @Test
  void timesAndZonesThatAreNoneAreToldHowTheyAreWritten() {
    String out = "--output=" + folder.resolve("none");
    String zone = "--zone=Nowhere is no time zone; an IANA id as Asia/Shanghai is, or an offset";
    refused(zone, "local", "--zone=Nowhere", out);
    refused(zone, "inspect", "pom.xml", "--zone=Nowhere");
    refused("did you mean Asia/Shanghai?", "fold", "--zone=Asia/Shangai", out, "--input=pom.xml");
    String instant = "--asOf=today is no instant; one is written as 2021-02-03T00:00:00Z is";
    refused(instant, "local", "--asOf=today", out);
    refused(instant, "inspect", "pom.xml", "--asOf=today");
    refused("--horizon=10 is no duration; ten days are written P10D", "local", "--horizon=10", out);
    refused("--grace=P1M is no duration", "local", "--grace=P1M", out);
    refused("--grace: -P1D is negative", "local", "--grace=-P1D", out);
  }

  @Test
  void aStoreThatIsNotSetUpSaysWhatItTakes() {
    assumeTrue(System.getenv("AWS_REGION") == null && System.getProperty("aws.region") == null);
    String metadata = "aws.disableEc2Metadata";
    System.setProperty(metadata, "true");
    try {
      String why = "newsfold: there is no region for s3://; AWS_REGION names it";
      refused(why, "cat", "s3://news/out");
      refused(why, "why", "s3://news/out", "x");
      refused(why, "local", "--input=pom.xml", "--output=s3://news/out");
      refused(why, "local", "--input=s3://news/day", "--output=" + folder.resolve("none"));
    } finally {
      System.clearProperty(metadata);
    }
  }

  @Test
  void aSampleThatIsNamedLikeAnotherFileIsRefused() {
    for (String name : List.of("s.warc", "s.zip", "s.html", "a/s.WARC")) {
      refused("is named like a file", "sample", "--output=" + folder.resolve(name));
      assertThat(Files.exists(folder.resolve(name)), equalTo(false));
    }
    refused("no flag: x", "sample", "--output=" + folder.resolve("s"), "x");
    Started.well("sample", "--pages=1", "--output=" + folder.resolve("v1.2") + "/");
    Started.well("sample", "--pages=1", "--output=" + folder.resolve("s.warc.gz"));
    assertThat(Files.isDirectory(folder.resolve("v1.2")), equalTo(true));
    assertThat(Files.isRegularFile(folder.resolve("s.warc.gz")), equalTo(true));
  }

  @Test
  void whereHelpIsAskedForNothingElseIsLookedAt() {
    assertThat(
        Started.well("local", "--help", "--foo").out(),
        equalTo(Started.well("local", "--help").out()));
    assertThat(Started.well("--help").out(), containsString("where --help stands,\n"));
  }

  @Test
  void theReadmeShowsCommandsAsTheHelpDoes() throws IOException {
    String readme =
        Files.readString(Path.of(System.getProperty("newsfold.basedir", ""), "README.md"));
    String help = Started.well("--help").out();
    for (String command : COMMANDS) {
      String line =
          help.lines()
              .filter(text -> text.startsWith("  pipelines/run " + command + " "))
              .findFirst()
              .orElseThrow();
      String shown = line.strip().replaceFirst("  +.*", "");
      assertThat(readme, containsString("\n    " + shown));
    }
  }

  @Test
  void aSlipOfTheKeyboardIsMetByWhatWasMeant() {
    refused("did you mean --horizon?", "local", "--horizn=P1D");
    refused("did you mean local?", "locl");
    refused("did you mean inspect?", "inspct", "x");
    refused("did you mean --examples?", "diff", "--exampels=1", "a", "b");
    refused("the nearest known one is --", "local", "--qqqqqqqqqq=1");
    refused("(pipelines/run local --help lists them)", "local", "--horizn=P1D");
  }

  @Test
  void aFlagOfAnotherJobSaysWhichJobHasIt() {
    refused("--day means nothing to local; it is a flag of scheduled", "local", "--day=2026-11-22");
    refused("it is a flag of reprocess, stream", "fold", "--resume", "--input=x");
    refused("it is a flag of stream", "reprocess", "--every=PT1M", "--input=x");
  }

  @Test
  void aFlagOfAnotherRunnerSaysWhichRunnerHasIt() {
    refused("--parallelism is a flag of the FlinkRunner", "local", "--parallelism=2");
    refused(
        "--targetParallelism is a flag of the DirectRunner",
        "local",
        "--runner=FlinkRunner",
        "--targetParallelism=2");
  }

  @Test
  void aFlagWithoutAValueOrWithAnEmptyOneSaysSo() {
    refused("--input has no value; give one as --input=VALUE", "local", "--input");
    refused("--input has no value", "local", "--input", "pages/");
    refused("--output is empty", "local", "--output=");
    refused("--output is empty", "local", "--output= ");
    refused("--history is empty", "local", "--history=");
    refused("--zone is empty", "fold", "--zone=", "--input=x");
  }

  @Test
  void aDayOfAnotherFormIsToldTheFormat() {
    for (String day : List.of("22.11.2026", "2026-11-31", "yesterday", "20261122")) {
      refused(
          "--day=" + day + " is no day; year, month and day go like this: --day=2026-11-22",
          "scheduled",
          "--day=" + day,
          "--input=" + folder + "/{yyyy}/{MM}/{dd}");
    }
  }

  @Test
  void listsThatAreGivenTwiceAreOneList() {
    Started started =
        Started.with("local", "--input=" + folder, "--input=" + folder.resolve("not there"));
    assertThat(started.code(), equalTo(66));
    assertThat(started.err(), containsString("does not exist"));
    assertThat(started.err(), containsString("not there"));
  }

  @Test
  void everyExitStatusIsInTheHelpAndInBothPages() throws IOException {
    Path home = Path.of(System.getProperty("newsfold.basedir", ""));
    String help = Started.well("--help").out();
    String readme = Files.readString(home.resolve("README.md"));
    String running = Files.readString(home.resolve("pipelines/README.md"));
    for (ExitCode code : ExitCode.values()) {
      assertThat(help, containsString(" " + code.code() + " "));
      assertThat(readme, containsString("\n| " + code.code() + " | "));
      assertThat(running.matches("(?s).*\n\\|[ 0-9,]*\\b" + code.code() + "\\b.*"), equalTo(true));
    }
  }

  private static void refused(String why, String... args) {
    Started started = Started.with(args);
    assertThat(started.err(), containsString(why));
    assertThat(started.err(), started.code(), equalTo(64));
  }

  /** What a help says of a flag. */
  private static String flag(String help, String name) {
    int from = help.indexOf("\n  --" + name + " ");
    assertThat(name + " in " + help, from >= 0, equalTo(true));
    int to = help.indexOf("\n  --", from + 1);
    return help.substring(from, to < 0 ? help.length() : to);
  }
}
