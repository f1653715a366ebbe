package dev.newsfold.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads authors and editor. */
final class Bylines implements FieldRules {

  /** A list of names with the rule that found it. */
  private record Names(List<String> names) {
    @Override
    public String toString() {
      return String.join(", ", names);
    }
  }

  private static final Pattern AUTHOR_HINT =
      Pattern.compile(
          "(?:^|[\\s_-])(?:author|authors|author-?name|article-?author|post-?author|byline|bylines|reporter|reporters|writer|contributor|editorname|"
              + "n-i-author|zuozhe)(?:[\\s_-]|$)|author");

  private static final Pattern STAFF_NUMBER =
      Pattern.compile("[\\s_/]{0,2}[(（]?[A-Z]{1,4}\\d{2,6}[)）]?$");

  private static final Set<String> NO_EDITORS =
      Set.of("系统管理员", "管理员", "编辑", "無", "无", "佚名", "admin");

  private static final Pattern TRAILING_NAMES =
      Pattern.compile("[(（]([\\p{IsHan}·、，,\\s]{2,30})[)）]$");
  private static final int MAX_LINE = 120;

  @Override
  public void fill(Draft draft) {
    Margins margins = Margins.of(draft);
    boolean chinese = isChinese(draft);
    Chain<Names> chain = Chain.of("authors", Names.class);
    if (chinese) {
      chain =
          chain
              .rules("text:reporter", d -> reporters(margins))
              .rules("text:label", d -> labelled(margins.aroundHeadline(), true))
              .rules("text:label below", d -> labelled(margins.aroundEnd(), true))
              .rules("text:class", d -> byClass(margins))
              .rules("data:author", Bylines::chineseAgents)
              .rules("text:names beside the source", d -> besideSource(margins))
              .rules("text:names alone", d -> alone(margins))
              .rules("text:names at the end", d -> trailing(margins));
    } else {
      chain =
          chain
              .rules("data:author", Bylines::agents)
              .rules("meta:author", d -> WesternBylines.metas(d).stream().map(Names::new).toList())
              .rules(
                  "text:class",
                  d -> WesternBylines.byClass(margins).stream().map(Names::new).toList())
              .rules(
                  "text:by", d -> WesternBylines.byLine(margins).stream().map(Names::new).toList());
    }
    Names authors = chain.pick(draft);
    if (authors != null) {
      draft.article().setAuthors(new ArrayList<>(authors.names()));
    }
    Names editors =
        Chain.of("editor", Names.class).rules("text:label", d -> editors(d, margins)).pick(draft);
    if (editors != null) {
      draft.article().setEditor(new ArrayList<>(editors.names()));
    }
  }

  static boolean isChinese(Draft draft) {
    String language = draft.article().getLanguage();
    return language != null && language.startsWith("zh");
  }

  private static List<Names> names(List<String> names) {
    return names.isEmpty() ? List.of() : List.of(new Names(names));
  }

  private static List<Names> reporters(Margins margins) {
    List<Names> found = new ArrayList<>();
    for (Line line : margins.all()) {
      found.addAll(names(Reporters.in(line.text())));
    }
    return found;
  }

  private static List<Names> labelled(List<Line> lines, boolean penNames) {
    List<Names> found = new ArrayList<>();
    for (Line line : lines) {
      if (line.text().length() <= 4 * MAX_LINE) {
        for (Labelled label : Labelled.in(line.text())) {
          if (label.label() == Label.AUTHOR && label.value().length() <= MAX_LINE) {
            found.addAll(names(PersonNames.chinese(label.value(), penNames)));
          }
        }
      }
    }
    return found;
  }

  private static List<Names> byClass(Margins margins) {
    List<Names> found = new ArrayList<>();
    for (Line line : margins.aroundHeadline()) {
      Set<String> names = new LinkedHashSet<>();
      boolean block = AUTHOR_HINT.matcher(line.block().hint()).find();
      if (block && line.text().length() <= MAX_LINE) {
        names.addAll(PersonNames.chinese(line.text(), false));
      }
      for (Span span : line.spans()) {
        boolean link = span.isLink() && span.href().contains("author");
        if ((link || AUTHOR_HINT.matcher(span.hint()).find()) && span.text().length() <= 40) {
          names.addAll(PersonNames.chinese(span.text(), false));
        }
      }
      found.addAll(names(List.copyOf(names)));
    }
    return found;
  }

  private static List<Names> chineseAgents(Draft draft) {
    Set<String> names = new LinkedHashSet<>();
    for (StructuredData.Agent agent : draft.data().agents("author")) {
      if (!agent.organization() || PersonNames.isChineseName(agent.name())) {
        names.addAll(chineseNames(agent.name()));
      }
    }
    for (String meta : List.of("author", "article:author", "dable:author", "og:article:author")) {
      if (names.isEmpty()) {
        for (String value : draft.page().meta().all(meta)) {
          names.addAll(chineseNames(value));
        }
      }
    }
    return names(List.copyOf(names));
  }

  private static List<String> chineseNames(String value) {
    List<String> byline = Reporters.in(value);
    return byline.isEmpty() ? PersonNames.chinese(value, false) : byline;
  }

  /** 来源：光明日报 2015-1-5 邓晖: names and nothing else behind the time in the source's line. */
  private static List<Names> besideSource(Margins margins) {
    List<Names> found = new ArrayList<>();
    TimeContext context =
        new TimeContext("zh", java.time.ZoneOffset.UTC, false, java.time.Instant.EPOCH, null);
    for (Line line : margins.aroundHeadline()) {
      StatedTime time =
          line.text().length() <= MAX_LINE ? TimeText.scan(line.text(), context).first() : null;
      if (time != null && time.end() < line.text().length()) {
        String rest = line.text().substring(time.end()).replaceFirst("^[\\s|｜·]+", "");
        if (PersonNames.isAllChinese(rest)) {
          found.addAll(names(PersonNames.chinese(rest, false)));
        }
      }
    }
    return found;
  }

  /** A line of names and nothing else right beneath the headline, or above the text. */
  private static List<Names> alone(Margins margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.beneath());
    lines.addAll(margins.opening());
    for (Line line : lines) {
      if (line.text().length() <= 24
          && line.links().isEmpty()
          && PersonNames.isAllChinese(line.text())) {
        found.addAll(names(PersonNames.chinese(line.text(), false)));
      }
    }
    return found;
  }

  private static List<Names> trailing(Margins margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.closing());
    java.util.Collections.reverse(lines);
    for (Line line : lines) {
      Matcher m = TRAILING_NAMES.matcher(line.text());
      if (m.find() && PersonNames.isAllChinese(m.group(1))) {
        found.addAll(names(PersonNames.chinese(m.group(1), false)));
      }
    }
    return found;
  }

  /** Authors as structured data names them, in other languages than Chinese. */
  private static List<Names> agents(Draft draft) {
    Set<String> names = new LinkedHashSet<>();
    for (StructuredData.Agent agent : draft.data().agents("author")) {
      names.addAll(WesternBylines.split(agent.name()));
    }
    return names(List.copyOf(names));
  }

  /** 责任编辑 wherever it stands; else 编辑 outside of the text. */
  private static List<Names> editors(Draft draft, Margins margins) {
    Set<String> responsible = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (Line line : margins.all()) {
      if (line.text().length() > 4 * MAX_LINE) {
        continue;
      }
      for (Labelled label : Labelled.in(line.text())) {
        if (label.label() == Label.RESPONSIBLE_EDITOR) {
          responsible.addAll(editorNames(label.value()));
        } else if (label.label() == Label.EDITOR && !draft.body().contains(line)) {
          others.addAll(editorNames(label.value()));
        }
      }
    }
    return names(List.copyOf(responsible.isEmpty() ? others : responsible));
  }

  /** A staff number behind a name is dropped; one that stands alone is all there is. */
  private static List<String> editorNames(String value) {
    String text = value.length() > 60 ? value.substring(0, 60) : value;
    List<String> names = new ArrayList<>();
    for (String part : text.split("[、，,;；/\\s]+", 8)) {
      String name = STAFF_NUMBER.matcher(part).replaceFirst("").strip();
      String shown = name.isEmpty() && names.isEmpty() ? part.strip() : name;
      boolean fits = shown.length() >= 2 && shown.length() <= 20 && !NO_EDITORS.contains(shown);
      boolean first = names.isEmpty();
      if (fits && (PersonNames.isChineseName(shown) || (first && PersonNames.isPenName(shown)))) {
        names.add(shown);
      } else if (!shown.isEmpty()) {
        break;
      }
    }
    return names;
  }
}
