package dev.newsfold;

/** Starts a job or a command by its name. */
public final class Newsfold {
  private Newsfold() {}

  public static void main(String[] args) {}
}
