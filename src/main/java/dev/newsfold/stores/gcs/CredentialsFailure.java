package dev.newsfold.stores.gcs;

import java.io.IOException;

/** There are no credentials, or no token comes for them: in one line, without any of them. */
final class CredentialsFailure extends IOException {
  private static final long serialVersionUID = 1L;

  CredentialsFailure(IOException why) {
    super(
        "no credentials: " + String.valueOf(why.getMessage()).lines().findFirst().orElse(""), why);
  }
}
