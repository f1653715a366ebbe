package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Chain.Named;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.page.markup.LogoMarks;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a site is called where its pages lead back to their beginning. */
public final class HomeNames {
  /** 甲网首页. */
  private static final Pattern HOME =
      Pattern.compile("([\\p{IsHan}A-Za-z0-9]{2,8})" + any("home page"));

  /** 返回首页, 频道首页: whose home page it is, no name says. */
  private static final Pattern NO_NAME =
      Pattern.compile(any("home char") + "{2,}|.*" + any("channel"));

  private HomeNames() {}

  private static String any(String kind) {
    return Lexicon.anyOf("navigation.tsv", 3, kind);
  }

  /** All of these, the surest first. */
  public static List<Named<String>> all(Draft draft) {
    List<Named<String>> found = new ArrayList<>();
    String outlet = TitleEnds.outlet(draft);
    if (outlet != null) {
      found.add(new Named<>("title:outlet", outlet));
    }
    List<String> path = draft.article().getBreadcrumb();
    String root = path.size() > 1 ? path.get(0) : "";
    if (PublisherWords.namesOutlet(root) || TitleEnds.of(draft).contains(root)) {
      found.add(new Named<>("breadcrumb:root", root));
    }
    Logos.first(draft).forEach(name -> found.add(new Named<>("logo:name", name)));
    Line title = draft.headline().line();
    int above = title == null ? 0 : title.index();
    for (Line line : draft.page().lines().subList(0, above)) {
      if (line.linkWeight() > 0) {
        links(line).forEach(name -> found.add(new Named<>("link:home", name)));
      }
    }
    return found;
  }

  private static List<String> links(Line line) {
    List<String> names = new ArrayList<>();
    for (Span link : line.links()) {
      Matcher home = HOME.matcher(link.text());
      if (home.matches()
          && LogoMarks.isHome(link.href())
          && !NO_NAME.matcher(Text.plain(home.group(1))).matches()
          && !PublisherWords.isNoName(home.group(1))) {
        names.add(home.group(1));
      }
    }
    return names;
  }
}
