package dev.newsfold.parse.site;

import dev.newsfold.captures.Addresses;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules for single sites, which win over the generic ones and show in the evidence as {@code
 * site-rule:FIELD}. They are read from YAML, see {@link SiteRulesFile}.
 */
public final class SiteRules implements Serializable {
  /** No site has rules of its own. */
  public static final SiteRules NONE = new SiteRules(List.of());

  private static final long serialVersionUID = 1L;

  private final transient List<SiteRule> rules;
  private final transient Source source;

  SiteRules(List<SiteRule> rules) {
    this(rules, new Source("", "no file"));
  }

  private SiteRules(List<SiteRule> rules, Source source) {
    this.rules = List.copyOf(rules);
    this.source = source;
  }

  /** Reads rules from YAML text; the name of its file stands in the errors. */
  public static SiteRules parse(String yaml, String file) {
    return new SiteRules(SiteRulesFile.read(yaml, file).rules, new Source(yaml, file));
  }

  /** Compiled selectors do not travel to workers; the text they are compiled from does. */
  private Object writeReplace() {
    return source;
  }

  private record Source(String yaml, String file) implements Serializable {
    private Object readResolve() {
      return yaml.isEmpty() ? NONE : parse(yaml, file);
    }
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /**
   * The first rule for the site of any of these addresses on the day of the capture; a rule with a
   * period does not apply to a page whose capture day nobody knows.
   */
  public @Nullable SiteRule find(List<String> addresses, @Nullable LocalDate captured) {
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
