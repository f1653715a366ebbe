package dev.newsfold.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps the first few of many things, in an order; of memory it needs that of twice as many. */
public final class TopList<T> {
  private final Comparator<? super T> order;
  private final int limit;
  private final List<T> items = new ArrayList<>();
  private boolean full;

  /** The first {@code limit} by {@code order}, which must tell any two of them apart. */
  public TopList(Comparator<? super T> order, int limit) {
    this.order = order;
    this.limit = limit;
  }

  /** Takes a thing, or leaves it if enough come before it. */
  public void offer(T item) {
    if (limit == 0 || full && order.compare(item, items.get(limit - 1)) >= 0) {
      return;
    }
    items.add(item);
    if (items.size() >= 2 * limit) {
      trim();
    }
  }

  /** The first of those offered, in order. */
  public List<T> items() {
    List<T> sorted = new ArrayList<>(items);
    sorted.sort(order);
    return List.copyOf(sorted.subList(0, Math.min(limit, sorted.size())));
  }

  private void trim() {
    items.sort(order);
    if (items.size() >= limit) {
      items.subList(limit, items.size()).clear();
      full = true;
    }
  }
}
