package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.gzip;
import static dev.newsfold.captures.containers.Archive.join;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Files that hold WARC records where no offset leads to them, of every kind, and some others. */
public final class WarcContainers {
  private WarcContainers() {}

  /**
   * A file.
   *
   * @param kind what it is, in words
   * @param members WARC files, plain: each a file within it, or one behind the other
   */
  public static byte[] of(String kind, List<byte[]> members) throws IOException {
    byte[] all = join(members.toArray(byte[][]::new));
    return switch (kind) {
      case "warc" -> all;
      case "warc.gz" -> join(members.stream().map(Archive::gzip).toArray(byte[][]::new));
      case "zip" -> zip(members, false);
      case "wacz" -> zip(members, true);
      case "tar" -> tar(members, "warc");
      case "tar.gz" -> gzip(tar(members, "warc"));
      case "zip in tar" -> tar(List.of(zip(members, false)), "zip");
      case "zst" -> Zstd.compress(all);
      case "gz of one member" -> gzip(all);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static byte[] zip(List<byte[]> members, boolean wacz) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < members.size(); i++) {
        zip.putNextEntry(new ZipEntry("archive/" + i + (wacz ? ".warc.gz" : ".warc")));
        zip.write(wacz ? gzip(members.get(i)) : members.get(i));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(List<byte[]> members, String ending) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i < members.size(); i++) {
        TarArchiveEntry entry = new TarArchiveEntry(i + "." + ending);
        entry.setSize(members.get(i).length);
        tar.putArchiveEntry(entry);
        tar.write(members.get(i));
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
