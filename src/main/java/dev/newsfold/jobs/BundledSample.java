package dev.newsfold.jobs;

import dev.newsfold.sample.Sample;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sample that {@code local} runs on where it is given no input. */
final class BundledSample {
  private static final Logger LOG = LoggerFactory.getLogger(BundledSample.class);

  private BundledSample() {}

  /** The folder of its pages, beside the output folder; made if it is not there. */
  static Path beside(Path output) throws JobException {
    Path folder = output.toAbsolutePath().normalize().resolveSibling("sample");
    try {
      LOG.info("no --input: running on {} invented pages in {}", Sample.BUNDLED_PAGES, folder);
      return Sample.bundled(folder);
    } catch (IOException e) {
      throw new JobException(ExitCode.FAILED, "cannot write the sample to " + folder + ": " + e, e);
    }
  }
}
