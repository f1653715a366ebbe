package dev.newsfold.cluster;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** The one address that anything here listens on. */
public final class Loopback {
  static final String ADDRESS = "127.0.0.1";

  /**
   * Ports below those that a system gives to outgoing connections: a server that is started again
   * finds its port as it was, however many connections other tests have made in between.
   */
  private static final int FIRST = 15_000;

  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 100;

  private Loopback() {}

  /** A port that nobody listens on now. */
  public static int freePort() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(ADDRESS))) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // Taken.
      }
    }
    throw new IOException("no free port from " + FIRST + " to " + LAST);
  }
}
