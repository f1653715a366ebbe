package dev.newsfold.parse.structured;

import dev.newsfold.parse.page.markup.MarkupTrim;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Sentences;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * The text of an article that a page holds in the data of a script alone, for the script to show:
 * {@code {"title":"…","content":"<p>…</p>"}}, or a list of paragraphs under one key.
 */
public final class ScriptText {
  private static final int MIN_WEIGHT = 200;
  private static final int HEADLINE_START = 12;
  private static final int MIN_HEADLINE = 4;
  private static final int LONGEST_KEY = 40;

  /** Paragraphs of one text lie so close together. */
  private static final int MAX_GAP = 600;

  private static final int SHORTEST_VALUE = 4;
  private static final int LONGEST_CREDIT = 40;
  private static final Evaluator CAPTIONS = QueryParser.parse("figcaption, [class*=caption]");

  /** Where the script puts something else: an advertisement, a video. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\$\\w{1,40}\\$\\$|\\{\\{[^{}]{0,80}\\}\\}|\\[\\[?[\\w-]{1,40}\\]?\\]");

  private final String script;
  private final StringBuilder run = new StringBuilder();
  private String runKey = "";
  private int runEnd;
  private String best = "";

  /** Credits before the first sentence, under the key of the paragraphs. */
  private String credits = "";

  private String creditsKey = "";

  private ScriptText(String script) {
    this.script = script;
  }

  /**
   * The longest text in a script that names the headline; null if there is none. Scripts hold other
   * articles too, and texts of the site's own: without the headline none is believed.
   */
  public static @Nullable String find(List<String> scripts, String headline) {
    String start =
        headline.length() > HEADLINE_START ? headline.substring(0, HEADLINE_START) : headline;
    if (start.length() < MIN_HEADLINE) {
      return null;
    }
    FlightData flight = FlightData.of(scripts);
    List<String> all = new ArrayList<>(scripts);
    all.add(flight.rows());
    String best = "";
    for (String script : all) {
      if (script.contains(start) || script.contains(escaped(start))) {
        best = longer(best, new ScriptText(script).longest());
      }
    }
    for (String text : flight.rows().contains(start) ? flight.texts() : List.<String>of()) {
      best = text.startsWith("<") ? longer(best, lines(text)) : best;
    }
    return Text.weight(best) < MIN_WEIGHT ? null : best;
  }

  /** True if a script holds a text as the whole of a value. */
  public static boolean states(List<String> scripts, String text) {
    String value = '"' + text.replace("\"", "\\\"") + '"';
    String escaped = '"' + escaped(text) + '"';
    return scripts.stream().anyMatch(s -> s.contains(value) || s.contains(escaped));
  }

  private static String longer(String one, String other) {
    return Text.weight(other) > Text.weight(one) ? other : one;
  }

  /** As JSON may write it. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c < 0x80) {
        escaped.append(c);
      } else {
        escaped.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      }
    }
    return escaped.toString();
  }

  /** Goes through all quoted strings once. */
  private String longest() {
    String key = "";
    int open = script.indexOf('"');
    while (open >= 0) {
      int close = close(open + 1);
      if (close < 0) {
        break;
      }
      if (isKey(close + 1)) {
        key = close - open > LONGEST_KEY ? "" : script.substring(open + 1, close);
      } else if (close - open > SHORTEST_VALUE) {
        take(key, open, close);
      }
      open = script.indexOf('"', close + 1);
    }
    end();
    return best;
  }

  private int close(int from) {
    int i = from;
    while (i < script.length() && script.charAt(i) != '"') {
      i += script.charAt(i) == '\\' ? 2 : 1;
    }
    return i < script.length() ? i : -1;
  }

  private boolean isKey(int from) {
    int i = from;
    while (i < script.length() && script.charAt(i) <= ' ') {
      i++;
    }
    return i < script.length() && script.charAt(i) == ':';
  }

  private void take(String key, int open, int close) {
    String text = lines(JsonStrings.unescape(script, open + 1, close));
    boolean goesOn = key.equals(runKey) && open - runEnd <= MAX_GAP;
    if (text.lines().anyMatch(Sentences::isComplete)) {
      if (!goesOn) {
        end();
        run.append(credits.isEmpty() || !key.equals(creditsKey) ? "" : credits);
      }
      runKey = key;
      append(text, close);
    } else if (isCredit(text)) {
      if (goesOn) {
        append(text, close);
      } else {
        credits = key.equals(creditsKey) && !credits.isEmpty() ? credits + "\n" + text : text;
        creditsKey = key;
      }
    } else if (goesOn && Sentences.ends(text)) {
      append(text, close);
    }
  }

  private void append(String text, int close) {
    run.append(run.length() == 0 ? "" : "\n").append(text);
    runEnd = close;
    credits = "";
  }

  /** 文｜张三, Editor: Jane Roe: a paragraph that says who made the text. */
  private static boolean isCredit(String text) {
    List<Labelled> labels = text.length() > LONGEST_CREDIT ? List.of() : Labelled.in(text);
    return !labels.isEmpty() && labels.get(0).start() == 0 && !labels.get(0).value().isEmpty();
  }

  private void end() {
    best = longer(best, run.toString());
    run.setLength(0);
  }

  /** The text of a value that may be markup, a line a paragraph. */
  private static String lines(String value) {
    if (value.indexOf('<') < 0) {
      return Text.squeeze(value);
    }
    StringBuilder text = new StringBuilder();
    NodeFilter filter =
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.getWholeText().replace('\n', ' '));
            } else if (node instanceof Element element) {
              if (element.is(CAPTIONS)) {
                return FilterResult.SKIP_ENTIRELY;
              }
              text.append(breaks(element) ? "\n" : "");
            }
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            text.append(node instanceof Element element && breaks(element) ? "\n" : "");
            return FilterResult.CONTINUE;
          }
        };
    Element context = Document.createShell("").body();
    for (Node node : Parser.htmlParser().parseFragmentInput(MarkupTrim.bound(value), context, "")) {
      NodeTraversor.filter(filter, node);
    }
    return String.join(
        "\n",
        text.toString()
            .lines()
            .map(Text::squeeze)
            .filter(line -> !line.isEmpty() && !PLACEHOLDER.matcher(line).matches())
            .toList());
  }

  private static boolean breaks(Element element) {
    return element.isBlock() || element.normalName().equals("br");
  }
}
