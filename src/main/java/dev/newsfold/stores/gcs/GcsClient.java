package dev.newsfold.stores.gcs;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.AbstractInputStreamContent;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.StorageScopes;
import com.google.api.services.storage.model.Objects;
import com.google.api.services.storage.model.StorageObject;
import com.google.auth.oauth2.GoogleCredentials;
import dev.newsfold.stores.StoreErrors;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** What Newsfold asks of Google Cloud Storage, by Google's client of its JSON API. */
final class GcsClient {
  static final int NOT_FOUND = 404;

  private static final int PRECONDITION_FAILED = 412;
  private static final int BEYOND_THE_END = 416;
  private static final int FIRST_PAUSE_MILLIS = 500;

  /** One for each server, since each knows credentials. */
  private static final Map<String, GcsClient> CLIENTS = new ConcurrentHashMap<>();

  private final @Nullable String endpoint;
  private @Nullable Storage storage;

  private GcsClient(@Nullable String endpoint) {
    this.endpoint = endpoint;
  }

  /** A client that is set up. */
  GcsClient(Storage storage) {
    this.endpoint = null;
    this.storage = storage;
  }

  /** The client of the server that the options name. It looks for credentials when it is asked. */
  static GcsClient of(PipelineOptions options) {
    String endpoint = options.as(GcsOptions.class).getGcsEndpoint();
    return CLIENTS.computeIfAbsent(String.valueOf(endpoint), any -> new GcsClient(endpoint));
  }

  /** Google's client of a server. */
  static Storage storage(GcsEndpoint server, GcsRequests requests) {
    return new Storage.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), requests)
        .setRootUrl(server.root())
        .setServicePath(server.path())
        .setApplicationName("newsfold")
        .build();
  }

  private synchronized Storage storage() throws IOException {
    if (storage == null) {
      GcsEndpoint server = GcsEndpoint.of(endpoint);
      GoogleCredentials credentials = server.ofGoogle() ? usualCredentials() : null;
      storage = storage(server, new GcsRequests(credentials, FIRST_PAUSE_MILLIS));
    }
    return storage;
  }

  /** Google's "application default credentials": by a variable, gcloud's file, or the machine. */
  private static GoogleCredentials usualCredentials() throws IOException {
    try {
      return GoogleCredentials.getApplicationDefault()
          .createScoped(StorageScopes.DEVSTORAGE_READ_WRITE);
    } catch (IOException e) {
      throw new CredentialsFailure(e);
    }
  }

  /** Hands on all objects whose names begin so, in the order of their names. */
  void list(GcsName prefix, Consumer<StorageObject> sink) throws IOException {
    @Nullable String page = null;
    do {
      String from = page;
      Objects found =
          ask(
              prefix,
              objects ->
                  listing(objects, prefix)
                      .setPageToken(from)
                      .setFields("items(name,size,timeCreated),nextPageToken")
                      .execute());
      if (found.getItems() != null) {
        found.getItems().forEach(sink);
      }
      page = found.getNextPageToken();
    } while (page != null);
  }

  /** Whether any object has a name that begins so. */
  boolean holds(GcsName prefix) throws IOException {
    Objects found =
        ask(
            prefix,
            objects ->
                listing(objects, prefix)
                    .setMaxResults(1L)
                    .setFields("items(name),nextPageToken")
                    .execute());
    return found.getItems() != null && !found.getItems().isEmpty();
  }

  private static Storage.Objects.List listing(Storage.Objects objects, GcsName prefix)
      throws IOException {
    return objects.list(prefix.bucket()).setPrefix(prefix.orNone());
  }

  /** What is known of an object; nothing if there is none. */
  Optional<StorageObject> find(GcsName name) throws IOException {
    return ask(
        name,
        objects -> {
          try {
            return Optional.of(
                objects
                    .get(name.bucket(), name.name())
                    .setFields("name,size,timeCreated")
                    .execute());
          } catch (HttpResponseException e) {
            if (e.getStatusCode() == NOT_FOUND && !isOfBucket(e)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /** The bytes of an object as they are kept, from one of them on. */
  InputStream open(GcsName name, long from) throws IOException {
    return new GcsInput(this, name, from);
  }

  /**
   * Bytes of an object.
   *
   * @param in from the byte that was asked for
   * @param generation which of the objects that had this name over time
   */
  record Opened(InputStream in, @Nullable Long generation) {}

  /** The bytes of an object, of whichever generation or of one. */
  Opened opened(GcsName name, long from, @Nullable Long generation) throws IOException {
    return ask(
        name,
        objects -> {
          Storage.Objects.Get get =
              objects.get(name.bucket(), name.name()).setGeneration(generation);
          // Else what was put there with "Content-Encoding: gzip" would come unpacked.
          get.setReturnRawInputStream(true);
          if (from > 0) {
            get.getRequestHeaders().setRange("bytes=" + from + '-');
          }
          try {
            InputStream in = get.executeMediaAsInputStream();
            String made =
                get.getLastResponseHeaders().getFirstHeaderStringValue("x-goog-generation");
            return new Opened(in, made == null ? generation : Long.valueOf(made));
          } catch (HttpResponseException e) {
            if (e.getStatusCode() == BEYOND_THE_END) {
              return new Opened(InputStream.nullInputStream(), generation);
            }
            throw e;
          }
        });
  }

  /**
   * Puts an object there, at once.
   *
   * @param generation which one it is to replace; 0 for none, nothing for whichever
   * @return false if another is there
   */
  boolean put(GcsName name, AbstractInputStreamContent bytes, @Nullable Long generation)
      throws IOException {
    return ask(
        name,
        objects -> {
          Storage.Objects.Insert insert =
              objects
                  .insert(name.bucket(), null, bytes)
                  .setName(name.name())
                  .setIfGenerationMatch(generation)
                  .setFields("name");
          // In one request. What comes in with "Content-Encoding: gzip" would be kept so.
          insert.getMediaHttpUploader().setDirectUploadEnabled(true);
          insert.setDisableGZipContent(true);
          try {
            insert.execute();
            return true;
          } catch (HttpResponseException e) {
            if (e.getStatusCode() == PRECONDITION_FAILED) {
              return false;
            }
            throw e;
          }
        });
  }

  /** Removes an object; nothing if there is none. */
  void delete(GcsName name) throws IOException {
    ask(
        name,
        objects -> {
          try {
            objects.delete(name.bucket(), name.name()).execute();
          } catch (HttpResponseException e) {
            if (e.getStatusCode() != NOT_FOUND || isOfBucket(e)) {
              throw e;
            }
          }
          return name;
        });
  }

  /** What can be asked of a server. */
  @FunctionalInterface
  private interface Question<T> {
    T of(Storage.Objects objects) throws IOException;
  }

  private <T> T ask(GcsName name, Question<T> question) throws IOException {
    try {
      return question.of(storage().objects());
    } catch (HttpResponseException e) {
      throw StoreErrors.ofStatus(
          name.address(), e.getStatusCode(), isOfBucket(e), e.getStatusMessage(), e);
    } catch (CredentialsFailure e) {
      throw new IOException(name.address() + ": " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      throw StoreErrors.of(name.address(), e);
    }
  }

  private static boolean isOfBucket(HttpResponseException answer) {
    return answer instanceof GoogleJsonResponseException told
        && told.getDetails() != null
        && String.valueOf(told.getDetails().getMessage()).contains("bucket does not exist");
  }
}
