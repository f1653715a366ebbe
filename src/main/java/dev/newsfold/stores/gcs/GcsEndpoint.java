package dev.newsfold.stores.gcs;

import com.google.api.services.storage.Storage;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks the JSON API.
 *
 * @param root its address, with a slash at its end
 * @param path of the API below it, with a slash at its end
 * @param ofGoogle whether it is one of Google's own, which alone is shown credentials
 */
record GcsEndpoint(String root, String path, boolean ofGoogle) {
  private static final String DOMAIN = ".googleapis.com";

  /**
   * The server that is named, as {@code http://host:port}, {@code host:port}, or with the API's
   * path; Google's if none is.
   *
   * @throws IOException if it is no such name
   */
  static GcsEndpoint of(@Nullable String given) throws IOException {
    if (given == null) {
      return new GcsEndpoint(Storage.DEFAULT_ROOT_URL, Storage.DEFAULT_SERVICE_PATH, true);
    }
    try {
      URI uri = new URI(given.contains("://") ? given : "http://" + given);
      if (uri.getHost() == null || !uri.getScheme().matches("https?")) {
        throw new IOException("no address of a server for gs://: " + given);
      }
      String path = uri.getPath().replaceAll("^/+|/+$", "");
      return new GcsEndpoint(
          uri.getScheme() + "://" + uri.getRawAuthority() + '/',
          path.isEmpty() ? Storage.DEFAULT_SERVICE_PATH : path + '/',
          uri.getScheme().equals("https") && uri.getHost().endsWith(DOMAIN));
    } catch (URISyntaxException e) {
      throw new IOException("no address of a server for gs://: " + given, e);
    }
  }
}
