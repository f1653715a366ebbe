package dev.newsfold.stores.gcs;

import org.jspecify.annotations.Nullable;

/**
 * What an address names: an object, or all whose names begin so.
 *
 * @param bucket the bucket
 * @param name of the object, without a slash at its start; empty for the whole bucket
 */
record GcsName(String bucket, String name) {
  private static final String SCHEME = "gs://";

  /** The parts of an address, which are taken as they stand: nothing in them is escaped. */
  static GcsName of(String address) {
    int slash = address.indexOf('/', SCHEME.length());
    return slash < 0
        ? new GcsName(address.substring(SCHEME.length()), "")
        : new GcsName(address.substring(SCHEME.length(), slash), address.substring(slash + 1));
  }

  /** One whose name goes on. */
  GcsName plus(String rest) {
    return new GcsName(bucket, name + rest);
  }

  /** The prefix of all that lies in it as in a folder. */
  GcsName folder() {
    return name.isEmpty() || name.endsWith("/") ? this : plus("/");
  }

  /** The name as a parameter, which is not there rather than empty. */
  @Nullable String orNone() {
    return name.isEmpty() ? null : name;
  }

  /** The address of an object, or of a folder with a slash at its end. */
  String address() {
    return SCHEME + bucket + '/' + name;
  }
}
