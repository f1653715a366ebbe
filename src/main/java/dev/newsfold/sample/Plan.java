package dev.newsfold.sample;

/**
 * Which page plays which role, as a pure function of seed and page number: nothing is remembered.
 */
final class Plan {

  /** A copy's original lies at most about so many pages before it. */
  private static final int REACH = 400;

  private final long seed;

  Plan(long seed) {
    this.seed = seed;
  }

  Role role(long number) {
    return number == 0
        ? Role.ORIGINAL
        : Role.ofMille(Dice.of(seed, number, Dice.Purpose.ROLE).below(1000));
  }

  /** The page that a {@link Role#COPY} is copied from: its own original, hence the story's name. */
  long original(long number) {
    long reach = Math.min(number, REACH);
    long target = number - 1 - Dice.of(seed, number, Dice.Purpose.TARGET).below(reach);
    while (!role(target).isCopied()) {
      target--;
    }
    return target;
  }

  /**
   * The page that a {@link Role#RECAPTURE} captures again: the nearest one before it that may be.
   */
  long recaptured(long number) {
    long target = number - 1;
    while (!role(target).isRecaptured()) {
      target--;
    }
    return target;
  }

  /** How many captures of the address came before this one; one or more for a recapture. */
  int captureOrdinal(long number) {
    int ordinal = 0;
    for (long page = number; !role(page).isRecaptured(); page--) {
      if (role(page) == Role.RECAPTURE) {
        ordinal++;
      }
    }
    return ordinal;
  }

  /** The page whose article this page prints, where it prints one: the name of its story. */
  long story(long number) {
    return switch (role(number)) {
      case COPY -> original(number);
      case RECAPTURE -> story(recaptured(number));
      default -> number;
    };
  }
}
