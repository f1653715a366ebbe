package dev.newsfold.dedupe;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The connected components of a graph whose edges come and go, labelled as {@link Components} does:
 * by the smallest key in each; a node without an edge has no label. A change costs time by the size
 * of the components that it touches.
 *
 * <p>Nodes can be given up. One that is given up keeps its edges, and with them its component
 * whole, as long as another node of the component is not; a component of which all are is
 * forgotten.
 *
 * <p>Ids alone are held: about 100 bytes a node and 100 an edge. Not for use by several threads.
 */
public final class ChangingComponents {
  private final Map<NodeKey, State> nodes = new HashMap<>();
  private final Map<NodeKey, Set<NodeKey>> members = new HashMap<>();
  private final Set<NodeKey> touched = new HashSet<>();

  /**
   * A node as it is kept from time to time.
   *
   * @param neighbours ascending
   * @param label null for none
   */
  public record Node(List<NodeKey> neighbours, boolean givenUp, @Nullable NodeKey label) {}

  private static final class State {
    private final Set<NodeKey> neighbours = new HashSet<>(4);
    private boolean givenUp;
    private @Nullable NodeKey label;
  }

  /**
   * How a node's label has changed.
   *
   * @param before null for none
   * @param after null for none
   * @param forgotten whether its component was forgotten
   */
  public record Relabelled(
      NodeKey node, @Nullable NodeKey before, @Nullable NodeKey after, boolean forgotten) {}

  /** Puts a node back as it was kept. */
  public void load(NodeKey key, Node node) {
    State state = state(key);
    state.neighbours.addAll(node.neighbours());
    state.givenUp = node.givenUp();
    state.label = node.label();
    if (node.label() != null) {
      members.computeIfAbsent(node.label(), k -> new HashSet<>()).add(key);
    }
  }

  /** A node as it is to be kept; null if it is not. */
  public @Nullable Node node(NodeKey key) {
    State state = nodes.get(key);
    return state == null
        ? null
        : new Node(state.neighbours.stream().sorted().toList(), state.givenUp, state.label);
  }

  /** Adds an edge; both ends are nodes from then on. */
  public void join(NodeKey one, NodeKey other) {
    link(one, other);
    link(other, one);
  }

  /** Takes an edge out. */
  public void part(NodeKey one, NodeKey other) {
    unlink(one, other);
    unlink(other, one);
  }

  /** Gives a node up, or takes it up again; nothing if it has no edge. */
  public void giveUp(NodeKey key, boolean givenUp) {
    State state = nodes.get(key);
    if (state != null && state.givenUp != givenUp) {
      state.givenUp = givenUp;
      touched.add(key);
    }
  }

  /**
   * The nodes whose labels have changed since the last call, ascending.
   *
   * @param changed receives the nodes of which anything has changed
   */
  public Collection<Relabelled> changes(Set<NodeKey> changed) {
    Set<NodeKey> labels = new HashSet<>();
    for (NodeKey key : touched) {
      State state = nodes.get(key);
      if (state != null && state.label != null) {
        labels.add(state.label);
      }
    }
    Set<NodeKey> affected = new TreeSet<>(touched);
    labels.forEach(label -> affected.addAll(members.getOrDefault(label, Set.of())));
    changed.addAll(touched);
    touched.clear();
    Map<NodeKey, Relabelled> relabelled = new TreeMap<>();
    Set<NodeKey> done = new HashSet<>();
    for (NodeKey key : affected) {
      if (nodes.containsKey(key) && !done.contains(key)) {
        Set<NodeKey> component = reachable(key);
        done.addAll(component);
        settle(component, relabelled);
      }
    }
    changed.addAll(relabelled.keySet());
    return relabelled.values();
  }

  private void settle(Set<NodeKey> component, Map<NodeKey, Relabelled> relabelled) {
    boolean forgotten = component.stream().allMatch(key -> state(key).givenUp);
    NodeKey label =
        component.size() < 2 || forgotten
            ? null
            : component.stream().min(Comparator.naturalOrder()).orElseThrow();
    for (NodeKey key : component) {
      State state = state(key);
      NodeKey before = state.label;
      if (!Objects.equals(before, label)) {
        relabelled.put(key, new Relabelled(key, before, label, forgotten && component.size() > 1));
        leave(key, before);
        state.label = label;
      }
      if (label == null) {
        nodes.remove(key);
      } else {
        members.computeIfAbsent(label, k -> new HashSet<>()).add(key);
      }
    }
  }

  private void leave(NodeKey key, @Nullable NodeKey label) {
    Set<NodeKey> former = label == null ? null : members.get(label);
    if (label != null && former != null && former.remove(key) && former.isEmpty()) {
      members.remove(label);
    }
  }

  private Set<NodeKey> reachable(NodeKey first) {
    Set<NodeKey> seen = new HashSet<>();
    Deque<NodeKey> next = new ArrayDeque<>();
    seen.add(first);
    next.add(first);
    while (!next.isEmpty()) {
      for (NodeKey other : state(next.remove()).neighbours) {
        if (seen.add(other)) {
          next.add(other);
        }
      }
    }
    return seen;
  }

  private void link(NodeKey from, NodeKey to) {
    state(from).neighbours.add(to);
    touched.add(from);
  }

  private void unlink(NodeKey from, NodeKey to) {
    State state = nodes.get(from);
    if (state != null && state.neighbours.remove(to)) {
      touched.add(from);
    }
  }

  private State state(NodeKey key) {
    return nodes.computeIfAbsent(key, k -> new State());
  }
}
