package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.captures.warc.GzipMembers;
import dev.newsfold.captures.warc.WarcReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A gzip file: an archive whose records are its members, or anything compressed as a whole. */
final class GzipFile implements Container {
  private static final int MAX_AHEAD = 64 << 10;
  private static final List<String> ENDINGS = List.of(".gz", ".gzip", ".tgz", ".z");

  @Override
  public boolean holds(Source source) throws IOException {
    return GzipMembers.startsMember(source.bytes())
        || isNamedArchive(source) && holdsRecordsAhead(source.bytes())
        || isNamed(source) && !Text.isText(source.bytes()) && holdsMembersAhead(source.bytes());
  }

  @Override
  public @Nullable ArchiveFormat archive(Source source) throws IOException {
    Source undone = source.undone(source.bytes(), ending(source));
    try (GzipMembers members = new GzipMembers(source.bytes())) {
      if (members.holdsMembers()) {
        return null;
      }
      boolean warc = members.holdsWarc();
      boolean arc = members.holdsArc();
      if (!warc && !arc) {
        warc = WebArchiveFile.isNamedWarc(undone);
        arc = WebArchiveFile.isNamedArc(undone);
        if (!warc && !arc || isPage(source.bytes())) {
          return null;
        }
      }
      return new ArchiveFormat(!warc, true);
    }
  }

  /** Whether all members together are a page, whatever the name says. */
  private static boolean isPage(FileBytes bytes) throws IOException {
    FileBytes whole = bytes.copyAhead(WebArchiveFile.MAX_PAGE);
    try (GzipMembers members = new GzipMembers(whole)) {
      byte[] content = members.joined().readNBytes(WebArchiveFile.MAX_PAGE);
      FileBytes page = new FileBytes(new ByteArrayInputStream(content));
      return whole.peek(0) < 0 && WarcReader.isPage(page, WebArchiveFile.MAX_PAGE);
    } catch (Damaged.InStream e) {
      return false;
    }
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    ArchiveFormat archive = archive(source);
    try (GzipMembers members = new GzipMembers(source.bytes())) {
      if (archive != null) {
        reading.archive(source, archive, members);
      } else {
        FileBytes content =
            new FileBytes(reading.counted("gzip data", members.joined(), source.bytes()));
        reading.read(source.undone(content, ending(source)));
      }
    }
  }

  private static boolean isNamedArchive(Source source) {
    Source undone = source.undone(source.bytes(), ending(source));
    return undone.name().length() < source.name().length()
        && (WebArchiveFile.isNamedWarc(undone) || WebArchiveFile.isNamedArc(undone));
  }

  /** Whether an archive starts behind what may have been its start. */
  private static boolean holdsRecordsAhead(FileBytes bytes) throws IOException {
    try (GzipMembers members = new GzipMembers(bytes.copyAhead(MAX_AHEAD))) {
      return members.recover();
    }
  }

  private static boolean isNamed(Source source) {
    return source.nameEnds(".gz") || source.nameEnds(".gzip") || source.nameEnds(".tgz");
  }

  /** Whether members start behind what may have been the first one. */
  private static boolean holdsMembersAhead(FileBytes bytes) throws IOException {
    try (GzipMembers members = new GzipMembers(bytes.copyAhead(MAX_AHEAD))) {
      return members.recoverAny();
    }
  }

  private static String ending(Source source) {
    return ENDINGS.stream().filter(source::nameEnds).findFirst().orElse("");
  }
}
