package dev.newsfold.parse;

import dev.newsfold.captures.Addresses;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules for single sites, which win over the generic ones and show in the evidence as {@code
 * site-rule:FIELD}. They are read from YAML, see {@link SiteRulesFile}.
 */
public final class SiteRules {
  /** No site has rules of its own. */
  public static final SiteRules NONE = new SiteRules(List.of());

  private final List<SiteRule> rules;

  SiteRules(List<SiteRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Reads rules from YAML text; the name of its file stands in the errors. */
  public static SiteRules parse(String yaml, String file) {
    return SiteRulesFile.read(yaml, file);
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /**
   * The first rule for the site of any of these addresses on the day of the capture; a rule with a
   * period does not apply to a page whose capture day nobody knows.
   */
  @Nullable SiteRule find(List<String> addresses, @Nullable LocalDate captured) {
    for (SiteRule rule : rules) {
      for (String address : addresses) {
        if (rule.appliesTo(Addresses.site(address), captured)) {
          return rule;
        }
      }
    }
    return null;
  }
}
