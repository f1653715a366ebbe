package dev.newsfold.stores.gcs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * A server on loopback that follows the documentation of the JSON API of Google Cloud Storage, as
 * far as Newsfold speaks it: https://cloud.google.com/storage/docs/json_api/v1/objects. It is not
 * Google's.
 */
public final class GcsServer implements AutoCloseable {
  /** What goes wrong with the next request. */
  enum Fault {
    /** It is answered with 503, and nothing is done. */
    UNAVAILABLE,
    /** It is answered with 429, and nothing is done. */
    TOO_MANY,
    /** It is done, but the connection breaks before the answer. */
    LOST_ANSWER,
    /** The connection breaks after half of the answer's bytes. */
    CUT
  }

  /** Who may read the bucket {@code private}; a token is good once the next is asked for. */
  static final String TOKEN = "token-";

  final Deque<Fault> faults = new ConcurrentLinkedDeque<>();

  /** The lines of all requests, with their ranges. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  private final GcsObjects objects = new GcsObjects();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private volatile int tokens;

  private GcsServer(HttpServer server) {
    this.server = server;
  }

  /** Starts one on a port that is free. */
  public static GcsServer start() throws IOException {
    // Else each answer waits for a timer of TCP's.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    GcsServer server = new GcsServer(http);
    http.setExecutor(server.threads);
    http.createContext("/", server::answer);
    http.start();
    return server;
  }

  /** Adds an empty bucket. */
  public void makeBucket(String bucket) {
    objects.addBucket(bucket);
  }

  /** Copies a file there. */
  public void put(String bucket, String name, Path file) throws IOException {
    put(bucket, name, Files.readAllBytes(file), "");
  }

  void put(String bucket, String name, byte[] bytes, String encoding) {
    objects.put(bucket, name, bytes, encoding, null);
  }

  /** Its address, without a slash at its end. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Options that name it. */
  public PipelineOptions options() {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.as(GcsOptions.class).setGcsEndpoint(address());
    return options;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    requests.add(
        exchange.getRequestMethod()
            + ' '
            + exchange.getRequestURI()
            + (range == null ? "" : ' ' + range));
    byte[] body = exchange.getRequestBody().readAllBytes();
    GcsAnswer answer = GcsAnswer.error(503, "backendError", "Backend Error");
    Fault fault = faults.poll();
    if (fault == Fault.TOO_MANY) {
      answer = GcsAnswer.error(429, "rateLimitExceeded", "Too many requests");
    } else if (fault != Fault.UNAVAILABLE) {
      answer = of(exchange, body);
    }
    if (fault == Fault.LOST_ANSWER) {
      exchange.close();
      return;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.body();
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange
        .getResponseBody()
        .write(bytes, 0, fault == Fault.CUT ? bytes.length / 2 : bytes.length);
    exchange.close();
  }

  private GcsAnswer of(HttpExchange exchange, byte[] body) {
    List<String> path = new ArrayList<>();
    for (String part : exchange.getRequestURI().getRawPath().substring(1).split("/")) {
      path.add(decoded(part.replace("+", "%2B")));
    }
    if (path.equals(List.of("token"))) {
      return GcsAnswer.json(
          "{\"access_token\":\"%s%d\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
              .formatted(TOKEN, ++tokens));
    }
    boolean upload = path.remove("upload");
    boolean media = path.remove("download");
    if (path.size() < 5 || !path.subList(0, 3).equals(List.of("storage", "v1", "b"))) {
      return GcsAnswer.error(404, "notFound", "Not Found");
    }
    String bucket = path.get(3);
    if (bucket.equals("closed")) {
      return GcsAnswer.error(403, "forbidden", "You do not have storage.objects.list access.");
    }
    if (bucket.equals("private") && !mayRead(exchange)) {
      return GcsAnswer.error(401, "authError", "Invalid Credentials");
    }
    if (!objects.hasBucket(bucket)) {
      return GcsAnswer.error(404, "notFound", "The specified bucket does not exist.");
    }
    GcsRequest request = new GcsRequest(bucket, query(exchange.getRequestURI().getRawQuery()));
    if (upload) {
      return request.upload(
          objects, body, exchange.getRequestHeaders().getFirst("Content-Encoding"));
    }
    if (path.size() == 5) {
      return request.list(objects);
    }
    String name = path.get(5);
    return switch (exchange.getRequestMethod()) {
      case "DELETE" -> request.delete(objects, name);
      case "GET" ->
          media
              ? request.media(
                  objects,
                  name,
                  exchange.getRequestHeaders().getFirst("Range"),
                  String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding")))
              : request.metadata(objects, name);
      default -> GcsAnswer.error(405, "methodNotAllowed", "Method Not Allowed");
    };
  }

  /** With the second token: the first has expired, as far as this server knows. */
  private boolean mayRead(HttpExchange exchange) {
    return ("Bearer " + TOKEN + 2).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new TreeMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
