package dev.newsfold.flow;

import java.util.Iterator;

/** What the changes of a batch have added. */
record AddedValues<V>(Iterator<Change<V>> changes) implements Iterator<V> {
  @Override
  public boolean hasNext() {
    return changes.hasNext();
  }

  @Override
  public V next() {
    return changes.next().value();
  }
}
