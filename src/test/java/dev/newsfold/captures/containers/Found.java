package dev.newsfold.captures.containers;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a reader found in a file, in order and in words: {@code page …}, {@code reject …}, … */
final class Found implements CaptureOutput {
  final List<Capture> captures = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();
  final List<String> words = new ArrayList<>();
  private FileFacts facts = new FileFacts(null, null, -1);

  static Found in(String path, byte[] file) {
    return in(path, file, ReadLimits.DEFAULT);
  }

  static Found in(String path, byte[] file, ReadLimits limits) {
    Found found = new Found();
    found.facts =
        new CaptureReader(limits, new MemoryFile(file, 0))
            .read(new InputFileRef(path, path), found);
    return found;
  }

  FileFacts facts() {
    return facts;
  }

  @Override
  public void capture(Capture capture) {
    captures.add(capture);
    words.add("page " + StandardCharsets.UTF_8.decode(capture.getPayload().duplicate()));
  }

  @Override
  public void reject(Rejection rejection) {
    rejections.add(rejection);
    words.add("reject " + rejection.getReason());
  }

  @Override
  public void skip(SkipKind kind) {
    words.add("skip " + kind.label());
  }
}
