package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.PageBytes;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that Safari saved: a property list whose main resource is the page. */
final class PlistFile implements Container {
  /** Images are saved with the page: all of it may be many times as long. */
  private static final long IMAGES = 64L << 20;

  private static final Pattern XML_MAIN = Pattern.compile("<key>WebMainResource</key>\\s*<dict>");

  private static final Pattern XML_VALUE =
      Pattern.compile("<key>(WebResource\\w+)</key>\\s*<(?:string|data)>([^<]*)<");

  @Override
  public boolean holds(Source source) throws IOException {
    String head = Text.head(source.bytes(), 4096);
    return head.startsWith("bplist") || head.contains("<plist") && head.contains("WebMainResource");
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    PageBytes all = new PageBytes(reading.limits().maxPageBytes() + IMAGES);
    boolean binary = source.bytes().peek(0) == 'b';
    all.appendAll(source.bytes().rest());
    Map<String, Object> main =
        binary ? BinaryPlist.dictionary(all.toArray(), "WebMainResource") : xml(all.toArray());
    if (main.isEmpty()) {
      reading.notPages(source, "a property list, and no page that was saved");
      return;
    }
    if (!(main.get("WebResourceData") instanceof byte[] page) || page.length == 0) {
      throw new Damaged(Reason.EMPTY, "the saved page has no content");
    }
    String type = String.valueOf(main.getOrDefault("WebResourceMIMEType", "text/html"));
    Object charset = main.get("WebResourceTextEncodingName");
    if (page.length > reading.limits().maxPageBytes()) {
      throw PageBytes.tooLarge(reading.limits().maxPageBytes());
    }
    FoundPage found =
        new FoundPage(
            String.valueOf(main.getOrDefault("WebResourceURL", "")),
            null,
            charset == null ? type : type + "; charset=" + charset,
            null,
            page,
            false);
    reading.out().capture(found.at(source.place(), null));
  }

  /** The main resource of a list in XML. */
  private static Map<String, Object> xml(byte[] bytes) throws Damaged {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Matcher main = XML_MAIN.matcher(text);
    Map<String, Object> values = new HashMap<>();
    int end = main.find() ? text.indexOf("</dict>", main.end()) : -1;
    if (end >= 0) {
      Matcher value = XML_VALUE.matcher(text).region(main.end(), end);
      while (value.find()) {
        boolean data = value.group(1).equals("WebResourceData");
        try {
          values.put(
              value.group(1),
              data ? Base64.getMimeDecoder().decode(value.group(2)) : value.group(2));
        } catch (IllegalArgumentException e) {
          throw new Damaged(Reason.CONTAINER_CORRUPT, "the property list is broken");
        }
      }
    }
    return values;
  }
}
