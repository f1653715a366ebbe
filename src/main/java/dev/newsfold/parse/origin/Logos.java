package dev.newsfold.parse.origin;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Logo;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the site's name in the words that replace the picture of its logo. */
public final class Logos {
  private static final Pattern AROUND = Pattern.compile("^[\\s|:：–—-]++|[\\s|:：–—-]++$");

  /** The head of a page, in lines, is no longer than this. */
  private static final int HEAD = 150;

  private Logos() {}

  /**
   * The names that the page says elsewhere too: in its title; or, on a logo in its head, in its
   * address or at its foot.
   */
  public static List<String> agreed(Draft draft) {
    String site = draft.article().getSite();
    List<String> ends = TitleEnds.of(draft).stream().map(Keys::of).toList();
    List<String> foot = Copyright.lines(draft).stream().map(Line::text).map(Keys::of).toList();
    List<String> head = inHead(draft);
    return names(draft, draft.page().logos()).stream()
        .filter(
            name -> {
              String key = Keys.of(name);
              boolean shown = key.length() > 2 && foot.stream().anyMatch(l -> l.contains(key));
              return key.length() > 1 && ends.stream().anyMatch(end -> end.startsWith(key))
                  || head.contains(name) && (shown || Publishers.isNameOf(site, name));
            })
        .toList();
  }

  /**
   * The name of the first logo in the head of the page; where none has one and the foot names no
   * owner, that of the link to the home page, which is the logo of some.
   */
  public static List<String> first(Draft draft) {
    List<String> names = inHead(draft);
    if (names.isEmpty()
        && Copyright.names(draft).isEmpty()
        && Publishers.companies(draft).isEmpty()) {
      names = TitleEnds.homeLinkNames(draft);
    }
    return names.subList(0, Math.min(1, names.size()));
  }

  private static List<String> inHead(Draft draft) {
    Line body = draft.firstBodyLine();
    int end = Math.min(HEAD, body == null ? HEAD : body.index());
    return names(draft, draft.page().logos().stream().filter(logo -> logo.line() <= end).toList());
  }

  private static List<String> names(Draft draft, List<Logo> logos) {
    String site = draft.article().getSite();
    boolean han = Text.hasHan(draft.headline().text());
    return logos.stream()
        .filter(
            logo ->
                !logo.href().contains("//")
                    || site.isEmpty()
                    || Addresses.outlet(logo.href()).equals(site))
        .map(Logo::name)
        .map(
            name -> AROUND.matcher(PublisherWords.LOGO.matcher(name).replaceAll("")).replaceAll(""))
        .filter(name -> han == Text.hasHan(name) || name.chars().anyMatch(Character::isUpperCase))
        .filter(name -> !PublisherWords.NO_LOGO.matcher(name).find())
        .filter(name -> Publishers.refusal(draft, name) == null)
        .distinct()
        .toList();
  }
}
