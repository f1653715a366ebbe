package dev.newsfold.captures;

import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what a reader of captures finds. */
public final class CollectedCaptures implements CaptureOutput {
  private final List<Object> all = new ArrayList<>();
  private final List<Capture> captures = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final Map<String, Long> skips = new TreeMap<>();

  @Override
  public void capture(Capture capture) {
    all.add(capture);
    captures.add(capture);
  }

  @Override
  public void reject(Rejection rejection) {
    all.add(rejection);
    rejections.add(rejection);
  }

  @Override
  public void skip(SkipKind kind) {
    all.add(kind);
    skips.merge(kind.label(), 1L, Long::sum);
  }

  /** Captures, rejections and kinds of skips in the order in which they came. */
  public List<Object> all() {
    return all;
  }

  public List<Capture> captures() {
    return captures;
  }

  public List<Rejection> rejections() {
    return rejections;
  }

  /** How many were skipped, by the label of their kind. */
  public Map<String, Long> skips() {
    return skips;
  }
}
