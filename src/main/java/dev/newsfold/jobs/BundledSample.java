package dev.newsfold.jobs;

import dev.newsfold.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sample that {@code local} runs on where it is given no input. */
final class BundledSample {
  private static final Logger LOG = LoggerFactory.getLogger(BundledSample.class);
  private static final String FOLDER = "sample";

  private BundledSample() {}

  /** The folder of its pages, in the output folder; made if it is not there. */
  static Path below(Path output) throws JobException {
    Path folder = output.resolve(FOLDER);
    try {
      LOG.info("no --input: running on {} invented pages in {}", Sample.BUNDLED_PAGES, folder);
      return Sample.bundled(folder);
    } catch (IOException e) {
      throw new JobException(ExitCode.FAILED, "cannot write the sample to " + folder + ": " + e, e);
    }
  }

  /** The address of that folder, in an output folder at {@code output}; runs leave it alone. */
  static String in(String output) {
    return output + '/' + FOLDER;
  }

  /** Whether a folder of this machine holds the sample, or what a killed run left of it, alone. */
  static boolean isAllOf(Path output) throws IOException {
    if (!Files.isDirectory(output)) {
      return false;
    }
    try (Stream<Path> children = Files.list(output)) {
      return children.allMatch(child -> child.getFileName().toString().startsWith(FOLDER));
    }
  }
}
