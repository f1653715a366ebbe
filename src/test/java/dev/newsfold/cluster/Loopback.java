package dev.newsfold.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The one address that anything here listens on. */
final class Loopback {
  static final String ADDRESS = "127.0.0.1";

  private Loopback() {}

  /** A port that nobody listens on now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
      return socket.getLocalPort();
    }
  }
}
