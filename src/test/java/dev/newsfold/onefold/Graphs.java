package dev.newsfold.onefold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Graphs whose components are known, and a plain union-find that tells them. */
public final class Graphs {
  /**
   * An edge.
   *
   * @param one a node
   * @param other another node
   */
  public record Edge(long one, long other) {}

  /**
   * Edges in an order of their own; every node has at least one.
   *
   * @param name says what it looks like
   * @param edges in any direction, some of them twice
   */
  public record Graph(String name, List<Edge> edges) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final Random dice;

  private Graphs(long seed) {
    dice = new Random(seed);
  }

  /** Graphs of all shapes and of several sizes, the same for the same seed. */
  public static List<Graph> of(long seed) {
    Graphs graphs = new Graphs(seed);
    List<Graph> all = new ArrayList<>();
    for (int size : new int[] {2, 20, 40, 500}) {
      all.add(graphs.shuffled("a chain of " + size, chain(size)));
      all.add(graphs.named("a chain of " + size + " in order", chain(size)));
      all.add(graphs.shuffled("a ring of " + size, ring(size)));
      all.add(graphs.shuffled("a star of " + size, star(size)));
      all.add(graphs.shuffled("a tree of " + size, graphs.tree(size)));
    }
    all.add(graphs.shuffled("a grid of 20 by 20", grid(20, 20)));
    all.add(graphs.shuffled("a grid of 3 by 200", grid(3, 200)));
    all.add(graphs.shuffled("a clique of 40", clique(40)));
    all.add(graphs.shuffled("cliques on a chain", cliquesOnAChain(12, 6)));
    for (int edges : new int[] {100, 250, 400}) {
      all.add(graphs.shuffled(edges + " edges among 500 nodes", graphs.random(500, edges)));
    }
    all.add(graphs.shuffled("all shapes side by side", sideBySide(all)));
    return all;
  }

  /** The smallest node of the component of each node. */
  public static Map<Long, Long> labels(Graph graph) {
    Map<Long, Long> parents = new HashMap<>();
    for (Edge edge : graph.edges()) {
      long one = root(parents, edge.one());
      long other = root(parents, edge.other());
      parents.put(Math.max(one, other), Math.min(one, other));
    }
    Map<Long, Long> labels = new TreeMap<>();
    for (Edge edge : graph.edges()) {
      labels.put(edge.one(), root(parents, edge.one()));
      labels.put(edge.other(), root(parents, edge.other()));
    }
    return labels;
  }

  private static long root(Map<Long, Long> parents, long node) {
    long at = node;
    for (long up = parents.getOrDefault(at, at); up != at; up = parents.getOrDefault(at, at)) {
      at = up;
    }
    return at;
  }

  /** Under node numbers that say nothing about where a node is, in any order and direction. */
  private Graph shuffled(String name, List<Edge> edges) {
    Map<Long, Long> names = new HashMap<>();
    List<Edge> shuffled = new ArrayList<>();
    for (Edge edge : edges) {
      long one = names.computeIfAbsent(edge.one(), none -> dice.nextLong() >>> 1);
      long other = names.computeIfAbsent(edge.other(), none -> dice.nextLong() >>> 1);
      shuffled.add(dice.nextBoolean() ? new Edge(one, other) : new Edge(other, one));
      if (dice.nextInt(20) == 0) {
        shuffled.add(new Edge(other, one));
      }
    }
    Collections.shuffle(shuffled, dice);
    return new Graph(name, shuffled);
  }

  private Graph named(String name, List<Edge> edges) {
    return new Graph(name, edges);
  }

  private static List<Edge> chain(int nodes) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < nodes; i++) {
      edges.add(new Edge(i - 1L, i));
    }
    return edges;
  }

  private static List<Edge> ring(int nodes) {
    List<Edge> edges = chain(nodes);
    edges.add(new Edge(nodes - 1L, 0));
    return edges;
  }

  private static List<Edge> star(int nodes) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < nodes; i++) {
      edges.add(new Edge(0, i));
    }
    return edges;
  }

  private List<Edge> tree(int nodes) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < nodes; i++) {
      edges.add(new Edge(dice.nextInt(i), i));
    }
    return edges;
  }

  private static List<Edge> grid(int rows, int columns) {
    List<Edge> edges = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        long at = (long) row * columns + column;
        if (column > 0) {
          edges.add(new Edge(at - 1, at));
        }
        if (row > 0) {
          edges.add(new Edge(at - columns, at));
        }
      }
    }
    return edges;
  }

  private static List<Edge> clique(int nodes) {
    return cliquesOnAChain(1, nodes);
  }

  /** Each clique shares its last node with the next one. */
  private static List<Edge> cliquesOnAChain(int cliques, int nodes) {
    List<Edge> edges = new ArrayList<>();
    for (int clique = 0; clique < cliques; clique++) {
      long first = (long) clique * (nodes - 1);
      for (int i = 0; i < nodes; i++) {
        for (int j = i + 1; j < nodes; j++) {
          edges.add(new Edge(first + i, first + j));
        }
      }
    }
    return edges;
  }

  private List<Edge> random(int nodes, int count) {
    List<Edge> edges = new ArrayList<>();
    while (edges.size() < count) {
      int one = dice.nextInt(nodes);
      int other = dice.nextInt(nodes);
      if (one != other) {
        edges.add(new Edge(one, other));
      }
    }
    return edges;
  }

  private static List<Edge> sideBySide(List<Graph> graphs) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < graphs.size(); i++) {
      for (Edge edge : graphs.get(i).edges()) {
        edges.add(new Edge(edge.one() ^ (long) i << 56, edge.other() ^ (long) i << 56));
      }
    }
    return edges;
  }
}
