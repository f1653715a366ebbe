package dev.newsfold.sample;

import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * An invented site.
 *
 * @param name what it calls itself
 * @param host below the reserved domain {@code .example}
 * @param charset what its bytes are
 * @param zone the zone its times are in
 * @param tail what it appends to the titles of its pages
 * @param extension how its addresses end
 */
public record Outlet(
    String name,
    String host,
    Language language,
    Design design,
    Charset charset,
    ZoneOffset zone,
    TitleTail tail,
    String extension) {

  /** Pages of one numbered folder: no folder of a mirror grows beyond some thousands of files. */
  private static final int FOLDER = 1 << 18;

  /**
   * The address of a page: the day is in it where the site tells it.
   *
   * @param published null for a page that hides its time
   */
  String url(long number, String section, @Nullable OffsetDateTime published) {
    StringBuilder url = new StringBuilder("http://").append(host).append('/').append(section);
    if (published != null) {
      int monthAndDay = 100 * published.getMonthValue() + published.getDayOfMonth();
      url.append('/').append(published.getYear()).append(monthAndDay < 1000 ? "/0" : "/");
      url.append(monthAndDay);
    }
    return url.append("/c")
        .append(number / FOLDER)
        .append('/')
        .append(100_000 + number)
        .append(extension)
        .toString();
  }

  /** The title of an article's page. */
  String title(Piece piece) {
    return tail.title(piece.headline(), piece.section(), name);
  }
}
