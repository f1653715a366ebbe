package dev.newsfold.parse;

import dev.newsfold.captures.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads source, sourceUrl, originalHeadline and topic. */
final class Provenance implements FieldRules {

  private static final Pattern TOPIC_LINE =
      Pattern.compile("^[\\s>》→•·【\\[]{0,3}(?:点击进入专题|點擊進入專題|点击进入|进入专题|專題|专题)[\\s:：】\\]]{0,3}");

  private static final String QUOTES = "《》\"“”「」『』【】";
  private static final int MAX_HEADLINE = 300;
  private static final int MAX_TOPIC = 60;

  private static final Pattern ORIGINAL = Pattern.compile("原\\s?文?[标標]?\\s?[题題]");

  @Override
  public void fill(Draft draft) {
    Margins margins = Margins.of(draft);
    Sources.Source source = Sources.find(draft, margins);
    if (source != null) {
      draft.article().setSource(source.name());
      String href = source.href();
      if (href != null) {
        String address = Addresses.resolve(draft.article().getUrl(), href);
        draft.article().setSourceUrl(address);
        if (address != null) {
          String rule = draft.evidence().winners().getOrDefault("source", "text");
          draft.evidence().won("sourceUrl", rule + ", link", address);
        }
      }
    }
    draft
        .article()
        .setOriginalHeadline(
            Chain.of("originalHeadline", String.class)
                .rules("text:label", d -> originals(d, margins))
                .pick(draft));
    draft
        .article()
        .setTopic(
            Chain.of("topic", String.class).rules("text:label", d -> topics(margins)).pick(draft));
  }

  private static List<String> originals(Draft draft, Margins margins) {
    List<String> originals = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.all());
    Line first = draft.firstBodyLine();
    if (first != null) {
      lines.addAll(draft.page().lines().subList(first.index(), draft.page().lines().size()));
    }
    for (Line line : lines) {
      if (!ORIGINAL.matcher(line.text()).find()) {
        continue;
      }
      for (Labelled found : Labelled.in(line.text())) {
        if (found.label() == Label.ORIGINAL_HEADLINE && line.text().length() <= MAX_HEADLINE + 40) {
          String text = bare(headlineValue(line.text(), found));
          if (text.length() >= 4 && text.length() <= MAX_HEADLINE) {
            originals.add(text);
          }
        }
      }
    }
    return originals;
  }

  /** A headline may hold what looks like a label: it ends with its line or bracket. */
  private static String headlineValue(String line, Labelled label) {
    boolean bracketed = label.start() > 0 && "(（[【".indexOf(line.charAt(label.start() - 1)) >= 0;
    String rest = line.substring(label.valueStart());
    if (!bracketed) {
      return rest;
    }
    String closing = ")）]】";
    int end = rest.length();
    while (end > 0 && closing.indexOf(rest.charAt(end - 1)) < 0) {
      end--;
    }
    return end > 0 ? rest.substring(0, end - 1) : rest;
  }

  private static String bare(String text) {
    String t = text.strip();
    boolean wrapped =
        t.length() > 2
            && t.charAt(0) == '《'
            && t.charAt(t.length() - 1) == '》'
            && t.indexOf('》') == t.length() - 1;
    return wrapped ? t.substring(1, t.length() - 1).strip() : t;
  }

  private static List<String> topics(Margins margins) {
    List<String> topics = new ArrayList<>();
    for (Line line : margins.aroundEnd()) {
      Matcher m = TOPIC_LINE.matcher(line.text());
      if (!m.find() || line.text().length() > MAX_TOPIC) {
        continue;
      }
      String rest = line.text().substring(m.end()).strip();
      boolean labelled = m.group().matches(".*[:：进入進].*");
      while (!rest.isEmpty()
          && QUOTES.indexOf(rest.charAt(0)) >= 0
          && QUOTES.indexOf(rest.charAt(rest.length() - 1)) >= 0
          && rest.length() > 2) {
        rest = rest.substring(1, rest.length() - 1).strip();
      }
      if (labelled && rest.length() >= 2) {
        topics.add(rest);
      }
    }
    return topics;
  }
}
