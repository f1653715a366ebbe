package dev.newsfold.commands;

import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.stores.Stores;

/** Folders of stores that commands name, reached as the environment says. */
final class StoreFolders {
  private StoreFolders() {}

  static boolean isStore(String address) {
    return Stores.isStore(address);
  }

  static OutputFolder of(String address) {
    return Stores.ofEnvironment(System.getenv()).folder(address);
  }
}
