package dev.newsfold.stores.gcs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A request about the objects of a bucket, with the parameters of its query. */
record GcsRequest(String bucket, Map<String, String> query) {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

  GcsAnswer list(GcsObjects objects) {
    GcsObjects.Page page =
        objects.list(
            bucket,
            query.getOrDefault("prefix", ""),
            query.get("pageToken"),
            Integer.parseInt(query.getOrDefault("maxResults", "1000")));
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("kind", "storage#objects");
    if (page.next() != null) {
      list.put("nextPageToken", page.next());
    }
    // Google leaves out an empty list.
    page.objects().forEach(object -> list.withArray("items").add(json(object)));
    return GcsAnswer.json(list.toString());
  }

  GcsAnswer metadata(GcsObjects objects, String name) {
    GcsObjects.Kept object = objects.find(bucket, name);
    return object == null ? absent(name) : GcsAnswer.json(json(object).toString());
  }

  /** The bytes from one on; unpacked, where the client does not say that it can do so itself. */
  GcsAnswer media(GcsObjects objects, String name, @Nullable String range, String accepted) {
    GcsObjects.Kept object = objects.find(bucket, name);
    String generation = query.get("generation");
    if (object == null
        || (generation != null && Long.parseLong(generation) != object.generation())) {
      return absent(name);
    }
    Map<String, String> headers = new TreeMap<>();
    headers.put("x-goog-generation", Long.toString(object.generation()));
    headers.put("Content-Type", "application/octet-stream");
    if (object.encoding().equals("gzip") && !accepted.contains("gzip")) {
      return new GcsAnswer(200, headers, unpacked(object.bytes()));
    }
    if (!object.encoding().isEmpty()) {
      headers.put("Content-Encoding", object.encoding());
    }
    Matcher part = RANGE.matcher(String.valueOf(range));
    if (!part.matches()) {
      return new GcsAnswer(200, headers, object.bytes());
    }
    int size = object.bytes().length;
    int from = (int) Math.min(size, Long.parseLong(part.group(1)));
    headers.put("Content-Range", "bytes %d-%d/%d".formatted(from, size - 1, size));
    return from == size
        ? GcsAnswer.error(416, "requestedRangeNotSatisfiable", "Request range not satisfiable")
        : new GcsAnswer(206, headers, Arrays.copyOfRange(object.bytes(), from, size));
  }

  GcsAnswer upload(GcsObjects objects, byte[] bytes, @Nullable String encoding) {
    if (!"media".equals(query.get("uploadType"))) {
      return GcsAnswer.error(400, "invalid", "only simple uploads are known here");
    }
    String name = query.getOrDefault("name", "");
    String expected = query.get("ifGenerationMatch");
    GcsObjects.Kept made =
        objects.put(
            bucket,
            name,
            bytes,
            encoding == null ? "" : encoding,
            expected == null ? null : Long.valueOf(expected));
    return made == null
        ? GcsAnswer.error(412, "conditionNotMet", "At least one of the pre-conditions did not hold")
        : GcsAnswer.json(json(made).toString());
  }

  GcsAnswer delete(GcsObjects objects, String name) {
    return objects.delete(bucket, name) ? new GcsAnswer(204, Map.of(), new byte[0]) : absent(name);
  }

  private GcsAnswer absent(String name) {
    return GcsAnswer.error(404, "notFound", "No such object: " + bucket + "/" + name);
  }

  private ObjectNode json(GcsObjects.Kept object) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", "storage#object")
        .put("bucket", bucket)
        .put("name", object.name())
        .put("generation", Long.toString(object.generation()))
        .put("size", Integer.toString(object.bytes().length))
        .put("timeCreated", object.made().toString())
        .put("updated", object.made().toString());
  }

  private static byte[] unpacked(byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
