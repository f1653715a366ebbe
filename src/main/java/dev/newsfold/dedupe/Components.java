package dev.newsfold.dedupe;

import java.util.Arrays;

/**
 * The connected components of a graph whose nodes are 128-bit keys: exact, whatever the shape. A
 * disjoint-set forest with path halving (R. E. Tarjan and J. van Leeuwen, "Worst-case analysis of
 * set union algorithms", 1984) in primitive arrays: {@value #BYTES_A_NODE} bytes at most for each
 * node, and none for an edge. A component is labelled by the smallest key in it, so labels do not
 * depend on the order in which edges come.
 *
 * <p>Not for use by several threads.
 */
public final class Components {
  /** The most bytes that a node takes, while the arrays grow. */
  public static final int BYTES_A_NODE = 84;

  private static final int FIRST = 1024;
  private static final int NONE = -1;

  private long[] high = new long[FIRST];
  private long[] low = new long[FIRST];
  private int[] parents = new int[FIRST];
  private int[] table = emptyTable(2 * FIRST);
  private int size;

  /** Receives nodes with the labels of their components. */
  @FunctionalInterface
  public interface Labels {
    /** Receives a node and the label of its component. */
    void label(NodeKey node, NodeKey label);
  }

  /** Joins two nodes by an edge. */
  public void join(NodeKey one, NodeKey other) {
    int a = root(index(one));
    int b = root(index(other));
    if (a != b) {
      // The smaller key is the root, and so the label.
      if (less(a, b)) {
        parents[b] = a;
      } else {
        parents[a] = b;
      }
    }
  }

  /** Hands out every node that an edge has touched, each once, in no particular order. */
  public void labels(Labels out) {
    for (int node = 0; node < size; node++) {
      int root = root(node);
      out.label(new NodeKey(high[node], low[node]), new NodeKey(high[root], low[root]));
    }
  }

  /** How many nodes there are. */
  public int size() {
    return size;
  }

  /** Bytes that the arrays take, at the moment. */
  long bytes() {
    return 8L * high.length + 8L * low.length + 4L * parents.length + 4L * table.length;
  }

  private int root(int node) {
    int at = node;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private boolean less(int a, int b) {
    int order = Long.compareUnsigned(high[a], high[b]);
    return order != 0 ? order < 0 : Long.compareUnsigned(low[a], low[b]) < 0;
  }

  /** The index of a node, which is added if it is not there. */
  private int index(NodeKey key) {
    int slot = slot(key.high(), key.low());
    if (table[slot] != NONE) {
      return table[slot];
    }
    if (size == high.length) {
      grow();
      slot = slot(key.high(), key.low());
    }
    high[size] = key.high();
    low[size] = key.low();
    parents[size] = size;
    table[slot] = size;
    return size++;
  }

  private int slot(long keyHigh, long keyLow) {
    int mask = table.length - 1;
    int slot = (int) Shingles.mix(keyHigh ^ Long.rotateLeft(keyLow, 32)) & mask;
    while (table[slot] != NONE && (high[table[slot]] != keyHigh || low[table[slot]] != keyLow)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int more = Math.multiplyExact(size, 2);
    high = Arrays.copyOf(high, more);
    low = Arrays.copyOf(low, more);
    parents = Arrays.copyOf(parents, more);
    table = emptyTable(2 * more);
    for (int node = 0; node < size; node++) {
      table[slot(high[node], low[node])] = node;
    }
  }

  private static int[] emptyTable(int slots) {
    int[] table = new int[slots];
    Arrays.fill(table, NONE);
    return table;
  }
}
