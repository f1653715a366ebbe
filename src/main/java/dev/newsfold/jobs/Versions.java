package dev.newsfold.jobs;

import dev.newsfold.captures.Digests;
import dev.newsfold.parse.ArticleParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.ReleaseInfo;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** The versions that a run's numbers depend on. */
final class Versions {
  private Versions() {}

  static SortedMap<String, String> of(PipelineOptions options) {
    SortedMap<String, String> versions = new TreeMap<>();
    versions.put("newsfold", newsfold());
    versions.put("parser", ArticleParser.VERSION);
    versions.put("beam", ReleaseInfo.getReleaseInfo().getVersion());
    versions.put("runner", options.getRunner().getSimpleName());
    versions.put("java", Runtime.version().toString());
    return versions;
  }

  /** The same of a stream, which goes on only with the rules for sites that it had. */
  static SortedMap<String, String> ofStream(NewsfoldOptions options) throws IOException {
    SortedMap<String, String> versions = of(options);
    String rules = siteRules(options);
    if (!rules.isEmpty()) {
      versions.put("siteRules", rules);
    }
    return versions;
  }

  /** The digest of the rules for sites; empty where there are none. */
  static String siteRules(NewsfoldOptions options) throws IOException {
    String file = options.getSiteRules();
    return file == null ? "" : Digests.sha256(ByteBuffer.wrap(Files.readAllBytes(Path.of(file))));
  }

  /** All that a run's numbers depend on but the runner, on one line. */
  static String inWords() {
    return "newsfold %s (parser %s, Beam %s, Flink %s, Java %s)"
        .formatted(
            newsfold(),
            ArticleParser.VERSION,
            ReleaseInfo.getReleaseInfo().getVersion(),
            EnvironmentInformation.getVersion(),
            Runtime.version());
  }

  /** From the jar's manifest; classes that run outside a jar have none. */
  static String newsfold() {
    return Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
