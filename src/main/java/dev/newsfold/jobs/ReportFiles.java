package dev.newsfold.jobs;

import dev.newsfold.report.Limits;
import dev.newsfold.report.RunFacts;
import dev.newsfold.report.RunRecords;
import dev.newsfold.report.SiteWriter;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.ReportFolder;
import java.io.IOException;

/** Writes the report of a run below its output. */
final class ReportFiles {
  private ReportFiles() {}

  /** Writes it over the one that stands there, page by page; the first page comes last. */
  static void write(OutputFolder output, RunRecords records, RunFacts facts, Limits limits)
      throws IOException {
    try (ReportFolder report = new ReportFolder(output)) {
      SiteWriter.write(
          records,
          facts,
          limits,
          (name, bytes) -> {
            if (name.equals(SiteWriter.FIRST_PAGE)) {
              report.finish(name, bytes);
            } else {
              report.put(name, bytes);
            }
          });
    }
  }
}
