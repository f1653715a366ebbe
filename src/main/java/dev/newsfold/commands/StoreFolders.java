package dev.newsfold.commands;

import dev.newsfold.captures.InputLister;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.stores.Stores;
import java.util.Optional;

/** Folders of stores that commands name, reached as the environment says. */
final class StoreFolders {
  private StoreFolders() {}

  static boolean isStore(String address) {
    return Stores.isStore(address);
  }

  /** Why an address with a scheme cannot be reached; nothing if it can, or has none. */
  static Optional<String> unreachable(String address) {
    return Stores.unreachable(address);
  }

  /** Lists what inputs name, of this machine and of stores. */
  static InputLister inputs() {
    return Stores.ofEnvironment(System.getenv()).inputs();
  }

  static OutputFolder of(String address) {
    return Stores.ofEnvironment(System.getenv()).folder(address);
  }
}
