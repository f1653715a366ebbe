package dev.newsfold.stores;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What went wrong at a store, in one line that names the address and no credentials. */
public final class StoreErrors {
  private static final int LONGEST = 300;

  private StoreErrors() {}

  /** The same failure as other files have it: not there, not allowed, or another. */
  public static IOException of(String address, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AwsServiceException answer) {
        return ofAnswer(address, answer, failure);
      }
      if (cause instanceof FileNotFoundException || cause instanceof NoSuchFileException) {
        return with(new NoSuchFileException(address), failure);
      }
      if (cause instanceof AccessDeniedException
          || cause.getClass().getSimpleName().equals("AccessControlException")) {
        return with(new AccessDeniedException(address, null, "access denied"), failure);
      }
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new IOException(said(address, root.getMessage()), failure);
  }

  private static IOException ofAnswer(
      String address, AwsServiceException answer, Throwable failure) {
    String code = answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
    return ofStatus(address, answer.statusCode(), "NoSuchBucket".equals(code), code, failure);
  }

  /**
   * What a server's answer means, by its HTTP status.
   *
   * @param ofBucket whether it is the bucket that is not there, should something not be there
   * @param code the server's own word for it
   */
  public static IOException ofStatus(
      String address, int status, boolean ofBucket, @Nullable String code, Throwable failure) {
    return switch (status) {
      case 404 ->
          with(
              ofBucket
                  ? new NoSuchFileException(address, null, "there is no such bucket")
                  : new NoSuchFileException(address),
              failure);
      case 401, 403 -> with(new AccessDeniedException(address, null, "access denied"), failure);
      default -> new IOException(said(address, status + " " + code), failure);
    };
  }

  private static IOException with(IOException told, Throwable cause) {
    told.initCause(cause);
    return told;
  }

  static String said(String address, @Nullable String why) {
    String line = String.valueOf(why).lines().findFirst().orElse("");
    return address + ": " + line.substring(0, Math.min(LONGEST, line.length()));
  }
}
