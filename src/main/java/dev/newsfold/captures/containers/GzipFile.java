package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.captures.warc.GzipMembers;
import dev.newsfold.captures.warc.WarcReader;
import java.io.IOException;
import java.util.List;

/** A gzip file: an archive whose records are its members, or anything compressed as a whole. */
final class GzipFile implements Container {
  private static final List<String> ENDINGS = List.of(".gz", ".gzip", ".tgz", ".z");

  @Override
  public boolean holds(Source source) throws IOException {
    return GzipMembers.startsMember(source.bytes());
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    String ending = ENDINGS.stream().filter(source::nameEnds).findFirst().orElse("");
    Source undone = source.undone(source.bytes(), ending);
    try (GzipMembers members = new GzipMembers(source.bytes())) {
      if (WebArchiveFile.isNamedWarc(undone) || members.holdsWarc()) {
        WarcReader.ofWarc(reading.limits(), source.place(), members, reading.out()).read();
      } else if (WebArchiveFile.isNamedArc(undone) || members.holdsArc()) {
        WarcReader.ofArc(reading.limits(), source.place(), members, reading.out()).read();
      } else {
        FileBytes content = new FileBytes(reading.counted("gzip data", members.joined()));
        reading.read(source.undone(content, ending));
      }
    }
  }
}
