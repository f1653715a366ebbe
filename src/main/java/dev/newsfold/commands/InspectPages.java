package dev.newsfold.commands;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.Verdict;
import dev.newsfold.decode.PageDecoder;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.jobs.JobException;
import dev.newsfold.jobs.TimeValues;
import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Page;
import dev.newsfold.records.Rejection;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code inspect FILE…}: what the parser makes of pages, as one JSON object a capture: each field
 * with its value, the rule that won and the candidates that lost, and what was dropped from the
 * body and why. Files are anything that a run reads: pages, gzip and WARC files, folders.
 */
public final class InspectPages {
  /** What a help says of it. */
  public static final String USAGE =
      """
      usage: inspect FILE… [--zone=ZONE] [--asOf=INSTANT]
             inspect FILE… --payload=SHA256
        FILE       a page, a .gz or .warc file, a folder or a glob
        --zone     time zone of times whose page tells none (Asia/Shanghai)
        --asOf     no page is younger than this instant, such as 2021-02-03T00:00:00Z (now)
        --payload  prints the bytes of the capture whose payload has this digest, and nothing else;
                   an article names it as payloadDigest, and its page in the report, too
      example: pipelines/run inspect page.html --zone=Asia/Taipei""";

  private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");

  private final JsonGenerator json;
  private final PageDecoder decoder = new PageDecoder();
  private final ArticleParser parser;

  private InspectPages(JsonGenerator json, ParseSettings settings) {
    this.json = json;
    this.parser = new ArticleParser(settings);
  }

  /**
   * Prints what the parser makes of the files that {@code args} name; returns the exit code.
   *
   * @param clock tells what {@code --asOf} is if it is not given
   */
  public static int run(List<String> args, Clock clock, PrintStream out, PrintStream err) {
    return CommandFailure.report("inspect", USAGE, err, () -> inspect(args, clock, out, err));
  }

  private static ExitCode inspect(List<String> args, Clock clock, PrintStream out, PrintStream err)
      throws CommandFailure {
    Arguments arguments = Arguments.parse(args, Set.of("zone", "asOf", "payload"), Set.of());
    if (arguments.positional().isEmpty()) {
      throw CommandFailure.badUsage("nothing to inspect");
    }
    String payload = arguments.text("payload", "");
    if (!payload.isEmpty()) {
      if (!SHA256.matcher(payload).matches()) {
        throw CommandFailure.badUsage(
            "--payload is a SHA-256, 64 hexadecimal digits, not " + payload);
      }
      return payload(arguments.positional(), payload, out, err);
    }
    ParseSettings settings = settings(arguments, clock);
    ExitCode exitCode;
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);
      DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
      json.setPrettyPrinter(pretty.withRootSeparator("\n"));
      InspectPages inspect = new InspectPages(json, settings);
      exitCode =
          new InspectedFiles(err)
              .read(
                  arguments.positional(),
                  out::checkError,
                  file -> inspect.new Printer(file.path()));
      json.writeRaw('\n');
    } catch (IOException e) {
      throw CommandFailure.unreadable("cannot read on: " + e.getMessage());
    }
    out.flush();
    return exitCode;
  }

  private static ExitCode payload(
      List<String> paths, String sha256, PrintStream out, PrintStream err) throws CommandFailure {
    PayloadBytes bytes = new PayloadBytes(sha256, out);
    ExitCode exitCode = new InspectedFiles(err).read(paths, bytes::found, file -> bytes);
    out.flush();
    if (bytes.found()) {
      return ExitCode.OK;
    }
    String none = "no capture there has a payload of the SHA-256 " + sha256;
    throw exitCode == ExitCode.OK
        ? CommandFailure.noInput(none)
        : CommandFailure.unreadable(none + ", as far as they can be read");
  }

  private static ParseSettings settings(Arguments arguments, Clock clock) throws CommandFailure {
    try {
      String asOf = arguments.text("asOf", "");
      return new ParseSettings(
          TimeValues.zone("zone", arguments.text("zone", "Asia/Shanghai")),
          asOf.isEmpty() ? clock.instant() : TimeValues.instant("asOf", asOf),
          SiteRules.NONE);
    } catch (JobException e) {
      throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
    }
  }

  /** Prints what is found in one file. */
  private final class Printer implements CaptureOutput {
    private final String path;

    private Printer(String path) {
      this.path = path;
    }

    @Override
    public void capture(Capture capture) {
      Verdict<Page> page = decoder.decode(capture);
      if (page instanceof Verdict.Accepted<Page> accepted) {
        print(() -> InspectionJson.write(parser.inspect(accepted.value()), accepted.value(), json));
      } else if (page instanceof Verdict.Rejected<Page> rejected) {
        reject(rejected.rejection());
      }
    }

    @Override
    public void reject(Rejection rejection) {
      print(() -> InspectionJson.write(rejection, json));
    }

    @Override
    public void skip(SkipKind kind) {
      print(
          () -> {
            json.writeStartObject();
            json.writeStringField("file", path);
            json.writeStringField("skipped", kind.label());
            json.writeEndObject();
          });
    }

    private void print(Writing writing) {
      try {
        writing.write();
      } catch (IOException valueThatJsonCannotHold) {
        throw new UncheckedIOException(valueThatJsonCannotHold);
      }
    }
  }

  private interface Writing {
    void write() throws IOException;
  }
}
