package dev.newsfold.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTML that is well-formed and escaped by construction: names are checked, and every text
 * and attribute value passes through {@link Escapes}. There is no way to write raw markup, a
 * script, an event handler or a link that is not http(s).
 *
 * <p>Foreign text belongs in {@link #foreign}, which isolates its direction as well.
 */
final class Html {
  /** Addresses within the report: a folder, a file, a place in it. */
  private static final Pattern OURS =
      Pattern.compile("(([a-z0-9-]+/)?[a-z0-9-]+\\.[a-z]+)?(#[a-z0-9-]+)?");

  /** Behind what separates the parts of an address, or of a site's name. */
  private static final Pattern PARTS = Pattern.compile("(?<=[/.?&=])(?![/.?&=])");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

  private final StringBuilder out = new StringBuilder(1 << 14);
  private final List<String> attributes = new ArrayList<>();
  private final String toRoot;

  /** A page at the root of the report. */
  Html() {
    this("");
  }

  /**
   * A page of the report.
   *
   * @param toRoot the way from the page's folder to the report's: empty, or {@code ../}
   */
  Html(String toRoot) {
    this.toRoot = toRoot;
  }

  /** Writes what stands before the root element. */
  Html doctype() {
    out.append("<!DOCTYPE html>\n");
    return this;
  }

  /** Sets an attribute of the next element. */
  Html attr(String name, String value) {
    if (!isName(name) || name.startsWith("on") || name.equals("href") || name.equals("src")) {
      throw new IllegalArgumentException("not an attribute to write: " + name);
    }
    attributes.add(name);
    attributes.add(value);
    return this;
  }

  Html attr(String name, long value) {
    return attr(name, Long.toString(value));
  }

  /** Writes an element with content; {@code cssClass} may be empty. */
  Html tag(String name, String cssClass, Runnable content) {
    openTag(name, cssClass);
    content.run();
    out.append("</").append(name).append('>');
    return this;
  }

  /** Writes an element that holds a text of ours. */
  Html tag(String name, String cssClass, String text) {
    return tag(name, cssClass, () -> text(text));
  }

  /** Writes an element that has no end tag. */
  Html empty(String name) {
    openTag(name, "");
    return this;
  }

  Html text(String text) {
    Escapes.write(text, out);
    return this;
  }

  /** Writes a text from a page or a file name, at most {@code limit} code points of it. */
  Html foreign(String text, int limit) {
    return tag("bdi", "", shorten(text, limit));
  }

  /** The same in a language of which the page says the tag; null or no tag for an unknown one. */
  Html foreign(String text, int limit, @Nullable String language) {
    boolean known = language != null && LANGUAGE.matcher(language).matches();
    return attr("lang", known && language != null ? language : "").foreign(text, limit);
  }

  /** Writes the name of a site, or a path; a line may end behind each of its parts. */
  Html name(String name, int limit) {
    return tag("bdi", "", () -> parts(shorten(name, limit)));
  }

  /** Writes an address as a link if it is http(s), and as {@link #name} otherwise. */
  Html address(String address, int limit) {
    if (!isWeb(address)) {
      return name(address, limit);
    }
    attributes.addAll(List.of("rel", "noopener noreferrer", "href", address));
    return tag("a", "", () -> tag("bdi", "", () -> parts(shorten(address, limit))));
  }

  private void parts(String address) {
    String[] parts = PARTS.split(address);
    text(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      empty("wbr").text(parts[i]);
    }
  }

  /**
   * Writes content as a link to a page or a file of the report, or as it is if there is none.
   *
   * @param address below the report's folder, of lower-case ASCII; null for none
   */
  Html page(@Nullable String address, Runnable content) {
    if (address == null) {
      content.run();
      return this;
    }
    attributes.addAll(List.of("href", ours(address)));
    return tag("a", "", content);
  }

  /** Loads a script of the report. */
  Html script(String address) {
    out.append("<script defer");
    attribute("src", ours(address));
    out.append("></script>\n");
    return this;
  }

  /** Loads a style sheet of the report. */
  Html styleSheet(String address) {
    out.append("<link rel=\"stylesheet\"");
    attribute("href", ours(address));
    out.append(">\n");
    return this;
  }

  private String ours(String address) {
    if (address.isEmpty() || !OURS.matcher(address).matches()) {
      throw new IllegalArgumentException("not an address of the report: " + address);
    }
    return address.startsWith("#") ? address : toRoot + address;
  }

  Html line() {
    out.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** Cuts a text to {@code limit} code points, marking the cut with an ellipsis. */
  static String shorten(String text, int limit) {
    if (text.length() <= limit || text.codePointCount(0, text.length()) <= limit) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…";
  }

  private void openTag(String name, String cssClass) {
    if (!isName(name) || name.equals("script") || name.equals("style")) {
      throw new IllegalArgumentException("not an element to write: " + name);
    }
    out.append('<').append(name);
    if (!cssClass.isEmpty()) {
      attribute("class", cssClass);
    }
    for (int i = 0; i < attributes.size(); i += 2) {
      attribute(attributes.get(i), attributes.get(i + 1));
    }
    attributes.clear();
    out.append('>');
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    Escapes.write(value, out);
    out.append('"');
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 128 || c != '-' && !Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isWeb(String address) {
    return address.regionMatches(true, 0, "http://", 0, 7)
        || address.regionMatches(true, 0, "https://", 0, 8);
  }
}
