package dev.newsfold.bench;

import dev.newsfold.parse.text.Keys;
import dev.newsfold.records.Article;
import dev.newsfold.records.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what a rule reads on the visible page is what the page states for machines. */
final class Agreement {
  /** Two texts are one if each holds so much of the pieces of the other. */
  private static final double MOST = 0.8;

  private static final int PIECE = 20;

  private Agreement() {}

  /** True if the article's value for a field is one of those stated; all of them, for authors. */
  static boolean agrees(String field, Set<String> stated, Article article) {
    return switch (field) {
      case "headline" -> stated.stream().anyMatch(s -> sameTitle(s, article.getHeadline()));
      case "publishedAt" ->
          sameDay(
              stated,
              article.getPublishedAt(),
              article.getPublishedPrecision() == Precision.DAY ? article.getPublishedZone() : null);
      case "modifiedAt" -> sameDay(stated, article.getModifiedAt(), null);
      case "authors" -> keys(article.getAuthors()).equals(keys(names(stated)));
      case "breadcrumb" -> last(stated.iterator().next(), article.getBreadcrumb());
      case "language" ->
          stated.stream().anyMatch(s -> primary(s).equals(primary(article.getLanguage())));
      case "body" -> stated.stream().anyMatch(s -> sameText(s, article.getBody()));
      default -> keys(List.copyOf(stated)).contains(Keys.of(String.valueOf(article.get(field))));
    };
  }

  /** A statement may go on with the name of the site. */
  private static boolean sameTitle(String stated, String headline) {
    String one = Keys.of(stated);
    String other = Keys.of(headline);
    return one.equals(other)
        || other.length() >= 8 && one.startsWith(other) && other.length() > one.length() * 0.6;
  }

  private static boolean sameDay(
      Set<String> stated, @Nullable Instant found, @Nullable String zoneOfDay) {
    if (found == null) {
      return false;
    }
    LocalDate day =
        found.atZone(zoneOfDay == null ? ZoneOffset.UTC : ZoneId.of(zoneOfDay)).toLocalDate();
    for (String text : stated) {
      try {
        if (text.length() > 16) {
          OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', 'T'));
          boolean same =
              time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate().equals(day)
                  || zoneOfDay != null && time.toLocalDate().equals(day);
          if (same) {
            return true;
          }
          continue;
        }
      } catch (DateTimeException e) {
        // It states no offset: only its day counts.
      }
      try {
        LocalDate only = LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        // Without an offset, the day may be that of either side of midnight.
        long apart = Math.abs(only.toEpochDay() - day.toEpochDay());
        if (apart == 0 || zoneOfDay == null && apart == 1) {
          return true;
        }
      } catch (DateTimeException e) {
        // Not a date in ISO form: nothing to agree with.
      }
    }
    return false;
  }

  /** One statement may list several names. */
  private static List<String> names(Set<String> stated) {
    return stated.stream()
        .flatMap(s -> List.of(s.split("\\s*[,;、，；]\\s*|\\s+(?:and|und|et|y|&)\\s+", 20)).stream())
        .toList();
  }

  private static Set<String> keys(List<String> values) {
    return values.stream()
        .map(Keys::of)
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The last element shown is among the last two stated: the last may be the article itself. */
  private static boolean last(String stated, List<String> shown) {
    if (shown.isEmpty()) {
      return false;
    }
    List<String> path = List.of(stated.split(" > ", 50));
    Set<String> ends = keys(path.subList(Math.max(0, path.size() - 2), path.size()));
    return ends.contains(Keys.of(shown.get(shown.size() - 1)));
  }

  private static String primary(@Nullable String tag) {
    return tag == null ? "" : tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static boolean sameText(String one, String other) {
    return share(Keys.of(one), Keys.of(other)) >= MOST
        && share(Keys.of(other), Keys.of(one)) >= MOST;
  }

  private static double share(String of, String in) {
    int pieces = 0;
    int found = 0;
    for (int at = 0; at + PIECE <= of.length(); at += PIECE) {
      pieces++;
      found += in.contains(of.substring(at, at + PIECE)) ? 1 : 0;
    }
    return pieces == 0 ? 0 : (double) found / pieces;
  }
}
