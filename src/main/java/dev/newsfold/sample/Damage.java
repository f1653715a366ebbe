package dev.newsfold.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does to a page what its {@link Flaw} says, and to its truth accordingly. */
final class Damage {
  private Damage() {}

  private static final int FLOOD = 3000;
  private static final int DEPTH = 3000;

  /** A PNG of one pixel. */
  static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
                  + "RU5ErkJggg==");

  /** The article before it is laid out. */
  static Piece beforeLayout(Flaw flaw, Piece piece) {
    return flaw == Flaw.SCRIPT_IN_HEADLINE
        ? piece.withHeadline(piece.headline() + " <script>alert(\"1\")</script>")
        : piece;
  }

  /** The page before it becomes bytes. */
  static String afterLayout(Flaw flaw, String html, List<Link> links, Piece piece) {
    return switch (flaw) {
      case TICKER_FLOOD -> afterBody(html, flood(links));
      case DEEP_NESTING -> afterBody(html, "<div>".repeat(DEPTH));
      case ATTRIBUTE_FLOOD -> afterBody(html, attributes());
      case DECOY ->
          afterBody(
              html,
              "<!-- <h1>"
                  + links.get(0).headline()
                  + "</h1><p>2001-01-01 01:01:01</p> -->\n<script>var old = \"<h1>"
                  + Html.escape(links.get(0).headline())
                  + "</h1>\";</script>\n");
      case NULS -> html.replace(end(piece), end(piece) + '\0');
      default -> html;
    };
  }

  /** The bytes of the page. */
  static byte[] toBytes(Flaw flaw, String html, Charset charset, Piece piece) {
    return switch (flaw) {
      case EMPTY -> new byte[0];
      case BLANK -> "\r\n \r\n".getBytes(charset);
      case IMAGE -> PIXEL.clone();
      case CUT -> cut(html, charset, piece);
      case STRAY_BYTES -> strewn(html, charset, piece);
      default -> html.getBytes(charset);
    };
  }

  /** What the damaged page still tells. */
  static Piece truth(Flaw flaw, Piece piece) {
    if (flaw != Flaw.CUT) {
      return piece;
    }
    int at = cutParagraph(piece);
    List<String> left = new ArrayList<>(piece.paragraphs().subList(0, at));
    String last = piece.paragraphs().get(at);
    left.add(last.substring(0, last.length() / 2));
    return piece.cutTo(left);
  }

  private static byte[] cut(String html, Charset charset, Piece piece) {
    String last = Html.escape(piece.paragraphs().get(cutParagraph(piece)));
    String half = last.substring(0, Html.escape(halfOf(piece)).length());
    int end = html.indexOf(last) + half.length();
    byte[] whole = html.substring(0, end + 1).getBytes(charset);
    // One byte short of the next character: cut inside it where it has more than one.
    byte[] cut = new byte[whole.length - 1];
    System.arraycopy(whole, 0, cut, 0, cut.length);
    return cut;
  }

  private static String halfOf(Piece piece) {
    String last = piece.paragraphs().get(cutParagraph(piece));
    return last.substring(0, last.length() / 2);
  }

  private static int cutParagraph(Piece piece) {
    return piece.paragraphs().size() - 1;
  }

  /**
   * 0xFF, which neither UTF-8 nor the GB encodings have, after every paragraph's first sentence.
   */
  private static byte[] strewn(String html, Charset charset, Piece piece) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String text = Html.escape(end(piece));
    int at = html.lastIndexOf(text) + text.length();
    out.writeBytes(html.substring(0, at).getBytes(charset));
    out.write(0xFF);
    out.write(0xFF);
    out.writeBytes(html.substring(at).getBytes(charset));
    return out.toByteArray();
  }

  private static String end(Piece piece) {
    String last = piece.paragraphs().get(piece.paragraphs().size() - 1);
    return last.substring(last.length() / 2);
  }

  private static String afterBody(String html, String extra) {
    int body = html.indexOf("<body");
    int tag = body < 0 ? html.indexOf("<BODY") : body;
    int end = html.indexOf('>', tag) + 1;
    return html.substring(0, end) + "\n" + extra + html.substring(end);
  }

  private static String flood(List<Link> links) {
    StringBuilder out = new StringBuilder("<div class=\"scroll\">\n");
    for (int i = 0; i < FLOOD; i++) {
      Link link = links.get(i % links.size());
      out.append("<a href=\"")
          .append(link.href())
          .append('?')
          .append(i)
          .append("\">")
          .append(Html.escape(link.headline()))
          .append("</a>\n");
    }
    return out.append("</div>\n").toString();
  }

  private static String attributes() {
    StringBuilder out = new StringBuilder("<div");
    for (int i = 0; i < FLOOD; i++) {
      out.append(" data-a").append(i).append("=\"").append(i).append('"');
    }
    return out.append("></div>\n").toString();
  }

  /** The flaw of a broken or hostile page, or null for any other. */
  static @Nullable Flaw of(Role role, Dice dice) {
    return switch (role) {
      case BROKEN -> dice.pick(Flaw.BROKEN);
      case HOSTILE -> dice.pick(Flaw.HOSTILE);
      default -> null;
    };
  }
}
