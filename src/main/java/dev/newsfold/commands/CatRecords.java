package dev.newsfold.commands;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.newsfold.jobs.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.generic.GenericRecord;

/**
 * {@code cat PATH…}: Avro files, or folders of them, as JSON Lines in UTF-8, one record a line.
 *
 * <p>It reads any schema in constant memory, and ends quietly when its reader goes away. {@link
 * RecordJson} says how values look. A file that cannot be read to its end is told on {@code err};
 * the others are printed all the same.
 */
public final class CatRecords {
  /** What a help says of it. */
  public static final String USAGE =
      """
      usage: cat PATH… [--current] [--field=NAME,NAME…] [--limit=N] [--sketch]
        PATH      an Avro file, a folder in which to print every .avro file, or a glob; a file
                  that several of them name is printed once
        --current print the records that count alone: the latest revisions, without what has been
                  withdrawn. PATH is a run, or a folder in one; of several, the oldest first
        --field   print these fields only
        --limit   stop after N records
        --sketch  print the sketch too, a few kilobytes an article
      example: pipelines/run cat out/local/articles --field=publishDay,headline --limit=10""";

  private static final String SKETCH = "sketch";
  private static final int RECORDS_BETWEEN_CHECKS = 256;

  private final PrintStream out;
  private final PrintStream err;
  private final Set<String> fields;
  private final Predicate<String> wanted;
  private long left;
  private long printed;

  private CatRecords(Arguments arguments, PrintStream out, PrintStream err) throws CommandFailure {
    this.out = out;
    this.err = err;
    fields = arguments.names("field");
    left = arguments.number("limit", Long.MAX_VALUE);
    boolean sketch = arguments.has("sketch") || fields.contains(SKETCH);
    wanted = name -> fields.isEmpty() ? sketch || !name.equals(SKETCH) : fields.contains(name);
  }

  /** Prints what {@code args} name; returns the exit code. */
  public static int run(List<String> args, PrintStream out, PrintStream err) {
    return CommandFailure.report(
        "cat",
        USAGE,
        err,
        () -> {
          Arguments arguments =
              Arguments.parse(args, Set.of("field", "limit"), Set.of("current", "sketch"));
          if (arguments.positional().isEmpty()) {
            throw CommandFailure.badUsage("nothing to print");
          }
          CatRecords cat = new CatRecords(arguments, out, err);
          return arguments.has("current")
              ? cat.printCurrent(CurrentPaths.of(arguments.positional()))
              : cat.print(AvroPaths.below(arguments.positional()));
        });
  }

  private ExitCode print(List<RunFile> files) throws CommandFailure {
    FieldNames.refuseUnknown("field", fields, files);
    return printAll(
        json -> {
          ExitCode exitCode = ExitCode.OK;
          for (RunFile file : files) {
            if (left == 0 || out.checkError()) {
              break;
            }
            try {
              print(file, json);
            } catch (CommandFailure unreadable) {
              json.flush();
              err.println("cat: " + unreadable.getMessage());
              exitCode = ExitCode.UNREADABLE;
            }
          }
          return exitCode;
        });
  }

  private ExitCode printCurrent(CurrentPaths paths) throws CommandFailure {
    FieldNames.refuseUnknown("field", fields, paths.files());
    return printAll(
        json -> {
          paths.forEach(record -> left > 0 && print(record, json));
          return ExitCode.OK;
        });
  }

  /** What prints records. */
  @FunctionalInterface
  private interface Body {
    ExitCode print(JsonGenerator json) throws CommandFailure, IOException;
  }

  private ExitCode printAll(Body body) throws CommandFailure {
    ExitCode exitCode;
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);
      json.configure(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM, false);
      json.setRootValueSeparator(null);
      exitCode = body.print(json);
    } catch (IOException e) {
      // The stream below never throws: what is left is a value that JSON cannot hold.
      throw CommandFailure.unreadable("cannot print a record as JSON: " + e.getMessage());
    }
    out.flush();
    return exitCode;
  }

  private void print(RunFile path, JsonGenerator json) throws CommandFailure, IOException {
    try (AvroFile file = AvroFile.open(path)) {
      boolean goesOn = true;
      while (goesOn && left > 0 && file.hasNext()) {
        goesOn = print(file.next(), json);
      }
    }
  }

  /** Prints a record; says whether anyone reads on. */
  private boolean print(GenericRecord record, JsonGenerator json) throws IOException {
    RecordJson.write(record, wanted, json);
    json.writeRaw('\n');
    left--;
    printed++;
    if (printed % RECORDS_BETWEEN_CHECKS == 0) {
      json.flush();
      return !out.checkError();
    }
    return true;
  }
}
