package dev.newsfold.parse.metadata;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.draft.Chain.Named;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.structured.Meta;
import dev.newsfold.parse.structured.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a page says of its use: whether it can be read without paying, under which licence,
 * and which uses by machines it reserves. It reports what is stated, and judges nothing.
 */
public final class Rights {
  /** {@code article:content_tier} as Facebook defines it; metered is neither. */
  private static final String FREE = "free";

  private static final String LOCKED = "locked";

  private static final String COMMONS_SITE = "creativecommons.org/";

  private static final Pattern COMMONS =
      Pattern.compile(
          "^https?://(?:www\\.)?\\Q" + COMMONS_SITE + "\\E(?:licenses|publicdomain)/.{2,}");

  /** Names of licences in texts that may as well say: all rights reserved. */
  private static final Pattern LICENSE_NAME =
      Pattern.compile("^(?:CC0|CC[ -]BY|Creative Commons)\\b.*", Pattern.CASE_INSENSITIVE);

  /** Directives by which pages keep their text and pictures from the training of models. */
  private static final List<String> DIRECTIVES = List.of("noai", "noimageai");

  private static final int MAX_LICENSE = 300;

  private Rights() {}

  /** What statements of {@code isAccessibleForFree} and its like say. */
  public static List<Named<Boolean>> accessibleForFree(Draft draft) {
    List<Named<Boolean>> found = new ArrayList<>();
    for (var finding : draft.data().all("isAccessibleForFree")) {
      Boolean value = truth(finding.value());
      if (value != null) {
        found.add(new Named<>(finding.rule(), value));
      }
    }
    for (String tier : draft.page().meta().all("article:content_tier")) {
      String word = tier.toLowerCase(Locale.ROOT);
      if (word.equals(FREE) || word.equals(LOCKED)) {
        found.add(new Named<>("meta:article:content_tier", word.equals(FREE)));
      }
    }
    return found;
  }

  /** {@code true}, {@code "False"}, {@code http://schema.org/True}; null for anything else. */
  private static @Nullable Boolean truth(String written) {
    String word = written.substring(written.lastIndexOf('/') + 1).strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "true", "yes", "1" -> Boolean.TRUE;
      case "false", "no", "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  /** The licences that a page names for itself: in its data, its metadata, and below its text. */
  public static List<Named<String>> license(Draft draft) {
    List<Named<String>> found = new ArrayList<>();
    for (var finding : draft.data().all("license")) {
      found.add(new Named<>(finding.rule(), whole(draft, finding.value())));
    }
    Meta meta = draft.page().meta();
    meta.all("link:license").forEach(l -> found.add(new Named<>("link:license", whole(draft, l))));
    for (String name : Statement.LICENSE.names()) {
      for (String value : meta.all(name)) {
        if (value.startsWith("http") || LICENSE_NAME.matcher(value).matches()) {
          found.add(new Named<>("meta:" + name, value));
        }
      }
    }
    Line last = draft.lastBodyLine();
    List<Line> lines = draft.page().lines();
    for (Line line : lines.subList(last == null ? 0 : last.index(), lines.size())) {
      for (Span link : line.block().tag().equals("figcaption") ? List.<Span>of() : line.links()) {
        if (isLicense(link)) {
          found.add(new Named<>("text:license link", whole(draft, link.href())));
        }
      }
    }
    return found;
  }

  private static boolean isLicense(Span link) {
    String rel = link.element().attributes().get("rel");
    return !rel.isEmpty() && rel.toLowerCase(Locale.ROOT).contains("license")
        || link.href().contains(COMMONS_SITE) && COMMONS.matcher(link.href()).matches();
  }

  private static String whole(Draft draft, String href) {
    if (href.startsWith("//")) {
      return "https:" + href;
    }
    boolean address = href.contains("/") && href.indexOf(' ') < 0;
    String whole = address ? Addresses.resolve(draft.article().getUrl(), href) : null;
    return whole == null ? href : whole;
  }

  /** Why a text is no licence; null if it is one. */
  public static @Nullable String refusal(Draft draft, String license) {
    return license.isBlank() || license.length() > MAX_LICENSE ? "no licence" : null;
  }

  /**
   * The uses that a page reserves, in one list: directives to robots, and those of the TDM
   * Reservation Protocol, whose {@code tdm-reservation} of 0 reserves nothing.
   */
  public static List<Named<List<String>>> reservation(Draft draft) {
    Meta meta = draft.page().meta();
    Set<String> reserved = new LinkedHashSet<>();
    Set<String> rules = new LinkedHashSet<>();
    for (String robots : Statement.ROBOTS.names()) {
      for (String content : meta.all(robots)) {
        for (String directive : content.toLowerCase(Locale.ROOT).split("[,;\\s]+", 40)) {
          if (DIRECTIVES.contains(directive)) {
            reserved.add(directive);
            rules.add("meta:" + robots);
          }
        }
      }
    }
    String tdm = meta.first("tdm-reservation");
    if ("1".equals(tdm)) {
      reserved.add("tdm-reservation");
      rules.add("meta:tdm-reservation");
      String policy = meta.first("tdm-policy");
      if (policy != null && policy.length() <= MAX_LICENSE) {
        reserved.add("tdm-policy " + whole(draft, policy));
      }
    }
    return reserved.isEmpty()
        ? List.of()
        : List.of(new Named<>(String.join(", ", rules), List.copyOf(reserved)));
  }
}
