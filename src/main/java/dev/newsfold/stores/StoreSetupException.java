package dev.newsfold.stores;

/** What a store takes to be reached is not set; the message says what that is. */
public final class StoreSetupException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  StoreSetupException(String message, Throwable cause) {
    super(message, cause);
  }
}
