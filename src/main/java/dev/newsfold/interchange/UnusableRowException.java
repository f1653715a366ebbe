package dev.newsfold.interchange;

/** Why a row cannot be folded. */
final class UnusableRowException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableRowException(String message) {
    super(message);
  }
}
