package dev.newsfold.report;

import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When the members of a story were published, as a drawing on a log scale: the first at the left,
 * each further to the right the later. Times of which only the day is known are left out.
 */
final class StoryTimeline {
  private static final double WIDTH = 1080;
  private static final double LEFT = 24;
  private static final double RIGHT = 1056;
  private static final double BASE = 44;
  private static final List<Long> TICKS =
      List.of(60L, 600L, 3600L, 6 * 3600L, 86_400L, 7 * 86_400L, 30 * 86_400L, 365 * 86_400L);

  private StoryTimeline() {}

  /** In the order of time; undated ones last, otherwise in the order of the story. */
  static List<StoryMember> inTime(List<StoryMember> members) {
    return members.stream()
        .sorted(
            Comparator.comparing(
                StoryMember::getPublishedAt, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /** Whether a time of a story is that of a member of which the minute is known. */
  static boolean isExact(Story story, @Nullable Instant time, Predicate<StoryMember> exact) {
    return time != null
        && story.getMembers().stream()
            .anyMatch(member -> time.equals(member.getPublishedAt()) && exact.test(member));
  }

  /** The first time known to the minute. */
  static @Nullable Instant first(Site site, Story story) {
    return story.getMembers().stream()
        .filter(site::isExact)
        .map(StoryMember::getPublishedAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Seconds from the first to a member; null if that is not known to the minute. */
  static @Nullable Long afterFirst(Site site, @Nullable Instant first, StoryMember member) {
    Instant time = member.getPublishedAt();
    return first == null || time == null || !site.isExact(member)
        ? null
        : Duration.between(first, time).getSeconds();
  }

  /** Draws it; nothing if fewer than two times are known. */
  static void draw(Html html, Site site, Story story) {
    Instant first = first(site, story);
    List<Long> lags =
        story.getMembers().stream()
            .map(member -> afterFirst(site, first, member))
            .filter(Objects::nonNull)
            .sorted()
            .limit(Limits.MEMBERS)
            .toList();
    if (lags.size() < 2) {
      return;
    }
    double most = Math.max(60, lags.get(lags.size() - 1));
    String label =
        Figures.count(lags.size(), "article", "articles")
            + " by the time after the first, on a log scale; the last "
            + Figures.span(lags.get(lags.size() - 1))
            + " after it";
    Tables.scroll(html, "Drawing of the timeline", () -> draw(html, lags, most, label));
  }

  private static void draw(Html html, List<Long> lags, double most, String label) {
    html.attr("viewBox", "0 0 1080 84").attr("role", "img").attr("aria-label", label);
    html.tag(
        "svg",
        "chart moments",
        () -> {
          html.attr("x1", number(LEFT)).attr("x2", number(RIGHT));
          html.attr("y1", number(BASE)).attr("y2", number(BASE)).tag("line", "base", "");
          TICKS.stream().filter(tick -> tick <= most).forEach(tick -> tick(html, tick, most));
          lags.forEach(lag -> moment(html, lag, most));
        });
    html.line();
  }

  private static void tick(Html html, long seconds, double most) {
    html.attr("x", number(x(seconds, most))).attr("y", number(BASE + 28));
    html.attr("text-anchor", "middle").tag("text", "", Figures.span(seconds));
  }

  private static void moment(Html html, long seconds, double most) {
    html.attr("cx", number(x(seconds, most))).attr("cy", number(BASE)).attr("r", "6");
    html.tag(
        "circle",
        "moment",
        () -> html.tag("title", "", Figures.span(seconds) + " after the first"));
  }

  private static double x(double seconds, double most) {
    return LEFT + (RIGHT - LEFT) * Math.log1p(seconds / 60) / Math.log1p(most / 60);
  }

  private static String number(double value) {
    return Figures.fixed(Math.min(WIDTH, value), 1);
  }
}
