package dev.newsfold.sinks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.captures.Digests;
import dev.newsfold.sinks.RunManifest.DataFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Data files that a {@code run.json} lists by naming a list of them: a JSON array of entries like
 * its own, in {@code lists/}. It is named by its content and never changes.
 *
 * @param path below the output folder
 * @param files how many it holds
 * @param sha256 of its bytes, in hexadecimal
 */
public record FileList(String path, long files, String sha256) {
  static final String FOLDER = "lists";

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** Writes a list below {@code output}. Nobody reads it until a {@code run.json} names it. */
  static FileList write(OutputFolder output, List<DataFile> files) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(files);
    String sha256 = Digests.sha256(ByteBuffer.wrap(bytes));
    String path = FOLDER + "/files-" + sha256.substring(0, 20) + ".json";
    output.write(path, bytes);
    return new FileList(path, files.size(), sha256);
  }

  /**
   * The files that it holds.
   *
   * @throws IOException if it is not there, or is not what {@code run.json} says
   */
  List<DataFile> read(OutputFolder output) throws IOException {
    byte[] bytes = output.read(RunLayout.listed(path));
    if (!Digests.sha256(ByteBuffer.wrap(bytes)).equals(sha256)) {
      throw new IOException(
          path + " in " + output.address() + " is not the list that run.json names");
    }
    return List.of(JSON.readValue(bytes, DataFile[].class));
  }
}
