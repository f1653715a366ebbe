package dev.newsfold.captures;

import java.util.Locale;

/** The kinds of records and files that are no pages: counted in the ledger, and left alone. */
public enum SkipKind {
  /** A WARC {@code warcinfo} record: about the archive itself. */
  WARCINFO,
  /** A WARC {@code request} record: what the crawler asked. */
  REQUEST,
  /** A WARC {@code metadata} record: about another record. */
  METADATA,
  /** A WARC {@code revisit} record: the page was the same as before, and is not repeated. */
  REVISIT,
  /** A WARC {@code conversion} record: another record in another format. */
  CONVERSION,
  /** A WARC {@code continuation} record: a later segment of a record cut in pieces. */
  CONTINUATION,
  /** A WARC record of a type that the specification does not know. */
  UNKNOWN_RECORD,
  /** A record of a protocol other than HTTP: a DNS answer, an FTP listing. */
  OTHER_PROTOCOL,
  /** An HTTP redirect: status 3xx. */
  REDIRECT,
  /** An HTTP error: status 4xx or 5xx. */
  HTTP_ERROR,
  /** Another HTTP status that is not 200: 204, 206, an invented one. */
  OTHER_STATUS,
  /** An image, by its media type. */
  IMAGE,
  /** A style sheet, by its media type. */
  STYLE,
  /** A script, by its media type. */
  SCRIPT,
  /** A font, by its media type. */
  FONT,
  /** Sound or film, by its media type. */
  AUDIO_VIDEO,
  /** A feed or another XML or JSON document, by its media type. */
  DATA,
  /** Another media type that is no page: PDF, archives, office documents. */
  OTHER_MEDIA,
  /** A file whose name starts with a dot or an underscore. */
  HIDDEN_FILE,
  /** A file that is still being written, by its name: {@code .part}, {@code .tmp}, a lock. */
  TEMPORARY_FILE,
  /** A symbolic link to a folder that contains it, or to itself. */
  SYMLINK_LOOP,
  /** A symbolic link that leads out of the inputs. */
  SYMLINK_OUTSIDE,
  /** A FIFO, a socket or a device. */
  SPECIAL_FILE;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The kind as the ledger names it: {@code http-error}. */
  public String label() {
    return label;
  }
}
