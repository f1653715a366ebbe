package dev.newsfold.captures.containers;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.ReplayAddress;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Rejection;

/**
 * Counts what is handed on of this file: what comes with an origin elsewhere counts there. A page
 * that a web archive has shown has its own address and time again.
 */
final class CountedCaptures implements CaptureOutput {
  private final String path;
  private final CaptureOutput out;
  private long count;

  CountedCaptures(String path, CaptureOutput out) {
    this.path = path;
    this.out = out;
  }

  long count() {
    return count;
  }

  @Override
  public void capture(Capture capture) {
    count(capture.getOrigin());
    ReplayAddress replay = ReplayAddress.of(capture.getUrl());
    out.capture(replay == null ? capture : shown(capture, replay));
  }

  private static Capture shown(Capture capture, ReplayAddress replay) {
    return Capture.newBuilder(capture)
        .setUrl(replay.url())
        .setCapturedAt(replay.at() == null ? capture.getCapturedAt() : replay.at())
        .build();
  }

  @Override
  public void reject(Rejection rejection) {
    count(rejection.getOrigin());
    out.reject(rejection);
  }

  @Override
  public void skip(SkipKind kind) {
    count++;
    out.skip(kind);
  }

  private void count(Origin origin) {
    count += origin.getFile().equals(path) ? 1 : 0;
  }
}
