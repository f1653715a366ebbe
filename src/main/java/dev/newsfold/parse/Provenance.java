package dev.newsfold.parse;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Sieve;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads source, sourceUrl, originalHeadline and topic. */
final class Provenance implements FieldRules {

  private static final Sieve TOPIC_LINE =
      Sieve.of("^[\\s>》→•·【\\[]{0,3}(?:点击进入专题|点击进入|进入专题|(?:相关|本文|所属|新闻|详见)?专题)[\\s:：】\\]]{0,3}");

  /** The part of a site that holds its topics. */
  private static final Pattern TOPICS = Pattern.compile("(?:\\p{IsHan}{0,6})专题(?:频道|报道|报导|汇总|列表)?");

  /** Parts of a topic that hold its texts by kind. */
  private static final Pattern KINDS = Pattern.compile("(?:专题|发布会|新闻|报道|报导|动态|视频|图片|评论|头条|专题频道)$");

  private static final String QUOTES = "《》\"“”「」『』【】";
  private static final int MAX_HEADLINE = 300;
  private static final int MAX_TOPIC = 60;

  /** A day with a time of day: no headline holds one. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}\\s?[年/.-]\\s?\\d{1,2}\\s?[月/.-]\\s?\\d{1,2}\\s?日?\\s?\\d{1,2}[:：]\\d{2}");

  private static final Sieve ORIGINAL = Sieve.of("原\\s?文?标?\\s?题");

  @Override
  public void fill(Draft draft) {
    Margins margins = draft.margins();
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
                .refuse((d, text) -> MOMENT.matcher(text).find() ? "a post and its time" : null)
                .pick(draft));
    draft
        .article()
        .setTopic(
            Chain.of("topic", String.class)
                .rules("text:label", d -> topics(margins))
                .rule("breadcrumb:behind 专题", Provenance::topicInPath)
                .pick(draft));
  }

  private static List<String> originals(Draft draft, Margins margins) {
    List<String> originals = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.all());
    Line first = draft.firstBodyLine();
    if (first != null) {
      lines.addAll(draft.page().lines().subList(first.index(), draft.page().lines().size()));
    }
    for (Line line : lines) {
      // Nearly all lines of a page end here: the search for one char is by far the fastest.
      if (line.plain().indexOf('原') < 0 || !ORIGINAL.isIn(line.plain())) {
        continue;
      }
      for (Labelled found : line.labels()) {
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

  /** 首页 > 国内专题 > 新春走基层: what the site keeps among its topics. */
  private static @Nullable String topicInPath(Draft draft) {
    List<String> path = draft.article().getBreadcrumb();
    int last = path.size() - 1;
    boolean kept = last > 0 && TOPICS.matcher(Text.plain(path.get(last - 1))).matches();
    return kept && !KINDS.matcher(Text.plain(path.get(last))).find() ? path.get(last) : null;
  }

  private static List<String> topics(Margins margins) {
    List<String> topics = new ArrayList<>();
    for (Line line : margins.all()) {
      Matcher m = TOPIC_LINE.at(line.plain(), 0, line.text().length());
      if (m == null || line.text().length() > MAX_TOPIC || line.links().size() > 1) {
        continue;
      }
      String rest = line.text().substring(m.end()).strip();
      boolean labelled = m.group().matches(".*[:：进入].*");
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
