package dev.newsfold.stores;

import dev.newsfold.sinks.OutputFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A folder of a bucket: the objects whose keys begin with its name. A single PUT shows an object
 * whole or not at all.
 */
final class S3Folder implements OutputFolder {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  /** How often a PUT that met another one at the same moment is tried again. */
  private static final int TRIES = 5;

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  /**
   * A folder.
   *
   * @param prefix of its keys, with a slash at its end; empty for the whole bucket
   */
  S3Folder(S3Client client, String bucket, String prefix) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  @Override
  public String address() {
    String folder = "s3://" + bucket + '/' + prefix;
    return folder.substring(0, folder.length() - 1);
  }

  @Override
  public OutputFolder below(String name) {
    return new S3Folder(client, bucket, prefix + name + '/');
  }

  @Override
  public List<Entry> list() throws IOException {
    return call(
        "",
        () ->
            client
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                .contents()
                .stream()
                .filter(object -> !object.key().endsWith("/"))
                .map(
                    object ->
                        new Entry(
                            object.key().substring(prefix.length()),
                            object.size(),
                            object.lastModified().toEpochMilli()))
                .toList());
  }

  @Override
  public boolean isFree() throws IOException {
    return call(
        "",
        () ->
            client
                .listObjectsV2(list -> list.bucket(bucket).prefix(prefix).maxKeys(1))
                .contents()
                .isEmpty());
  }

  @Override
  public boolean exists(String name) throws IOException {
    return call(
        name,
        () -> {
          try {
            client.headObject(head -> head.bucket(bucket).key(prefix + name));
            return true;
          } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
              return false;
            }
            throw e;
          }
        });
  }

  @Override
  public InputStream open(String name) throws IOException {
    return call(name, () -> client.getObject(get -> get.bucket(bucket).key(prefix + name)));
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    call(
        name,
        () ->
            client.putObject(
                put -> put.bucket(bucket).key(prefix + name), RequestBody.fromBytes(bytes)));
  }

  @Override
  public void fill(String name, byte[] bytes) throws IOException {
    write(name, bytes);
  }

  @Override
  public void fill(String name, Path bytes) throws IOException {
    call(
        name,
        () ->
            client.putObject(
                put -> put.bucket(bucket).key(prefix + name), RequestBody.fromFile(bytes)));
  }

  @Override
  public void settle(List<String> names) {
    // A PUT that was answered is kept.
  }

  @Override
  public boolean createNew(String name, byte[] bytes) throws IOException {
    for (int attempt = 1; ; attempt++) {
      int status = call(name, () -> putIfAbsent(name, bytes));
      if (status == PRECONDITION_FAILED) {
        // The client repeats a PUT whose answer was lost; then what is there is our own.
        return Arrays.equals(read(name), bytes);
      }
      if (status != CONFLICT) {
        return true;
      }
      if (attempt == TRIES) {
        throw new IOException(StoreErrors.said(address() + '/' + name, "409 again and again"));
      }
    }
  }

  private int putIfAbsent(String name, byte[] bytes) {
    try {
      client.putObject(
          put ->
              put.bucket(bucket)
                  .key(prefix + name)
                  .overrideConfiguration(headers -> headers.putHeader("If-None-Match", "*")),
          RequestBody.fromBytes(bytes));
      return 0;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        return e.statusCode();
      }
      throw e;
    }
  }

  @Override
  public void delete(String name) throws IOException {
    call(name, () -> client.deleteObject(delete -> delete.bucket(bucket).key(prefix + name)));
  }

  @Override
  public String toString() {
    return address();
  }

  private interface Call<T> {
    T run();
  }

  private <T> T call(String name, Call<T> call) throws IOException {
    try {
      return call.run();
    } catch (SdkException e) {
      throw StoreErrors.of(name.isEmpty() ? address() : address() + '/' + name, e);
    }
  }
}
