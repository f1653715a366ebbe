package dev.newsfold.stores.gcs;

import com.google.api.client.http.HttpBackOffIOExceptionHandler;
import com.google.api.client.http.HttpBackOffUnsuccessfulResponseHandler;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import com.google.api.client.util.ExponentialBackOff;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What all requests have: credentials, limits of time, and that they are tried again where Google
 * advises so: https://cloud.google.com/storage/docs/retry-strategy.
 */
final class GcsRequests implements HttpRequestInitializer {
  private static final int CONNECT_MILLIS = 20_000;
  private static final int READ_MILLIS = 60_000;
  private static final int RETRIES = 6;

  private final @Nullable Credentials credentials;
  private final int firstPauseMillis;

  /**
   * Requests with such credentials, or none.
   *
   * @param firstPauseMillis before the second try; each pause is twice the one before
   */
  GcsRequests(@Nullable Credentials credentials, int firstPauseMillis) {
    this.credentials = credentials;
    this.firstPauseMillis = firstPauseMillis;
  }

  @Override
  public void initialize(HttpRequest request) throws IOException {
    HttpBackOffUnsuccessfulResponseHandler again =
        new HttpBackOffUnsuccessfulResponseHandler(pauses())
            .setBackOffRequired(answer -> isPassing(answer.getStatusCode()));
    if (credentials == null) {
      request.setUnsuccessfulResponseHandler(again);
    } else {
      HttpCredentialsAdapter adapter = new HttpCredentialsAdapter(credentials);
      try {
        adapter.initialize(request);
      } catch (IOException e) {
        throw new CredentialsFailure(e);
      }
      request.setUnsuccessfulResponseHandler(new Either(adapter, again));
    }
    request.setIOExceptionHandler(new HttpBackOffIOExceptionHandler(pauses()));
    request.setNumberOfRetries(RETRIES);
    request.setConnectTimeout(CONNECT_MILLIS);
    request.setReadTimeout(READ_MILLIS);
  }

  private ExponentialBackOff pauses() {
    return new ExponentialBackOff.Builder()
        .setInitialIntervalMillis(firstPauseMillis)
        .setMultiplier(2)
        .build();
  }

  private static boolean isPassing(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  /** The first has new credentials made where the server refuses those that were shown. */
  private record Either(
      HttpUnsuccessfulResponseHandler first, HttpUnsuccessfulResponseHandler second)
      implements HttpUnsuccessfulResponseHandler {
    @Override
    public boolean handleResponse(HttpRequest request, HttpResponse answer, boolean mayRetry)
        throws IOException {
      return first.handleResponse(request, answer, mayRetry)
          || second.handleResponse(request, answer, mayRetry);
    }
  }
}
