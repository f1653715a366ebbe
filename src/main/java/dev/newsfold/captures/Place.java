package dev.newsfold.captures;

import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes that are read lie: an input file, or an entry of an archive in it.
 *
 * @param file the file below the common root of the inputs
 * @param member the entry's path in the archive, archives within archives joined by {@code /}; null
 *     for the file itself
 */
public record Place(String file, @Nullable String member) {
  /** A longer name of an entry is cut: it is a name no more. */
  private static final int MAX_NAME = 1024;

  /** A whole file. */
  public static Place of(String file) {
    return new Place(file, null);
  }

  /** An entry of the archive that lies here, with its name made safe to print. */
  public Place inside(String entry) {
    String name = PathText.printable(entry.substring(0, Math.min(entry.length(), MAX_NAME)));
    return new Place(file, member == null ? name : member + "/" + name);
  }

  /** The file's path, and the entry's below it. */
  public String path() {
    return member == null ? file : file + "/" + member;
  }

  /** The path of what lies here within what holds it: the entry's, or else the file's. */
  public String name() {
    return member == null ? file : member;
  }

  /** The address of a page that has no other. */
  public String address() {
    return PathText.address(path());
  }

  /** The address of a record that has no other. */
  public String address(long offset) {
    return PathText.address(path(), offset);
  }

  /**
   * The origin of a record at this place.
   *
   * @param id of the record; null if it has none
   */
  public Origin origin(@Nullable Long offset, @Nullable String id) {
    String both = member == null ? id : id == null ? member : member + " " + id;
    return Origin.newBuilder().setFile(file).setOffset(offset).setMember(both).build();
  }

  /** Rejects all that lies here. */
  public Rejection rejection(Reason reason, String message) {
    return Rejections.ofUnread(origin(null, null), reason, message).build();
  }
}
