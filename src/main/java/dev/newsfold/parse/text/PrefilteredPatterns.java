package dev.newsfold.parse.text;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Several {@link PrefilteredPattern}s that look through the same texts: one pass tells which of
 * them may find anything. It is an Aho-Corasick automaton over what their matches begin with, one
 * step a char, whose states are learnt from the patterns when a text first leads to them.
 */
public final class PrefilteredPatterns {
  /** A match that goes on behind so many chars is taken for granted. */
  private static final int LONGEST_HEAD = 9;

  /** What no pattern names: a match that may go on with it may go on with anything. */
  private static final String NONSENSE = "\u9f98".repeat(4);

  /** Patterns of any letters have endless heads; once there are so many, all are long enough. */
  private static final int MAX_STATES = 1 << 14;

  private static final int ASCII = 1 << 7;
  private static final int PLACE_BITS = 16;

  private final List<PrefilteredPattern> sieves;
  private final AtomicInteger states = new AtomicInteger();

  /** First steps by a char that is none of ASCII. */
  private final @Nullable State[] wideStarts = new State[Character.MAX_VALUE + 1];

  /** Later ones, each in the place of its hash. */
  private final @Nullable Step[] wideSteps = new Step[1 << PLACE_BITS];

  /** Before the first char, and wherever no match may have begun. */
  private final State start;

  private PrefilteredPatterns(List<PrefilteredPattern> sieves) {
    this.sieves = sieves;
    this.start = new State("", (1 << sieves.size()) - 1, 0, null);
  }

  /** Up to 31 sieves. */
  public static PrefilteredPatterns of(List<PrefilteredPattern> sieves) {
    return new PrefilteredPatterns(List.copyOf(sieves));
  }

  /**
   * Which of the sieves may find something in a text: a bit for each, the first sieve's the lowest;
   * not negative.
   */
  public int traces(String text) {
    State state = start;
    int traces = state.begun;
    for (int i = 0; i < text.length(); i++) {
      state = step(state, text.charAt(i));
      traces |= state.begun;
    }
    return text.isEmpty() ? 0 : traces | state.begunIfLast;
  }

  /** Which of the sieves may match at the very beginning of a text; not negative. */
  public int tracesAtHead(String text) {
    State state = start;
    int traces = state.begun;
    for (int i = 0; i < text.length(); i++) {
      State next = step(state, text.charAt(i));
      if (next.head.length() <= i) {
        return traces;
      }
      state = next;
      traces |= state.certain;
    }
    return text.isEmpty() ? 0 : traces | state.open;
  }

  private State step(State state, char c) {
    State from = state.goingOn;
    State next = c < ASCII ? from.steps[c] : wideStep(from, c);
    return next == null ? learnStep(from, c) : next;
  }

  /** Null if it is yet to be learnt. */
  private @Nullable State wideStep(State from, char c) {
    if (from == start) {
      return wideStarts[c];
    }
    Step step = wideSteps[place(from, c)];
    return step != null && step.c == c && step.from == from ? step.to : null;
  }

  private State learnStep(State from, char c) {
    State to = learn(from, c);
    if (c < ASCII) {
      from.steps[c] = to;
    } else if (from == start) {
      wideStarts[c] = to;
    } else {
      wideSteps[place(from, c)] = new Step(from, c, to);
    }
    return to;
  }

  private static int place(State from, char c) {
    return (from.number << Character.SIZE ^ c) * 0x9E3779B9 >>> Integer.SIZE - PLACE_BITS;
  }

  /** The state of the longest end of what was read with which a match may begin. */
  private State learn(State from, char c) {
    State shorter = from.shorter == null ? start : step(from.shorter, c);
    String head = from.head + c;
    int mayGoOn = mayBegin(head, from.open);
    if (mayGoOn == 0) {
      return shorter;
    }
    boolean enough = head.length() == LONGEST_HEAD || states.get() >= MAX_STATES;
    return new State(head, mayGoOn, enough ? mayGoOn : mayBegin(head + NONSENSE, mayGoOn), shorter);
  }

  /** Of some sieves, those of which a match may begin with a head. */
  private int mayBegin(String head, int some) {
    // Half a surrogate pair says nothing of the whole.
    boolean half = Character.isSurrogate(head.charAt(head.length() - 1));
    int begun = 0;
    for (int i = 0; i < sieves.size(); i++) {
      int sieve = 1 << i;
      if ((some & sieve) != 0 && (half || sieves.get(i).mayBegin(head))) {
        begun |= sieve;
      }
    }
    return begun;
  }

  private record Step(State from, char c, State to) {}

  /** What was read ends with this head, and with no longer one. Racing threads learn the same. */
  private final class State {
    final int number = states.getAndIncrement();
    final String head;

    /** The sieves that may match from this head on, whatever follows. */
    final int certain;

    /** Those of which the next chars tell. */
    final int open;

    /** The longest end of this head with which another match may begin; null at the start. */
    final @Nullable State shorter;

    /** The sieves that may match from this head, or a shorter one, on. */
    final int begun;

    /** The same if the text ends here. */
    final int begunIfLast;

    /** This state if its head may go on, or else that of the longest end which may. */
    final State goingOn;

    final @Nullable State[] steps;

    State(String head, int mayGoOn, int certain, @Nullable State shorter) {
      this.head = head;
      this.certain = certain;
      this.open = mayGoOn & ~certain;
      this.shorter = shorter;
      this.begun = shorter == null ? certain : certain | shorter.begun;
      this.begunIfLast = shorter == null ? 0 : mayGoOn | shorter.begunIfLast;
      this.goingOn = open != 0 || shorter == null ? this : shorter.goingOn;
      this.steps = goingOn == this ? new State[ASCII] : goingOn.steps;
    }
  }
}
