package dev.newsfold.parse.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads site rules from YAML.
 *
 * <pre>
 * - host: "*.example.com"
 *   from: 2019-01-01          # capture days, both optional
 *   until: 2021-12-31
 *   zone: Asia/Shanghai
 *   select:
 *     headline: h1.title
 *     body: "#artibody > p"
 *   drop: [".ad", "#related"]
 * </pre>
 *
 * Whatever is wrong is an {@link IllegalArgumentException} that names the file, the rule and the
 * mistake: a rule that silently does nothing would be worse.
 */
final class SiteRulesFile {
  private static final Set<String> KEYS = Set.of("host", "from", "until", "zone", "select", "drop");

  private final String file;

  private SiteRulesFile(String file) {
    this.file = file;
  }

  static SiteRules read(String yaml, String file) {
    return new SiteRulesFile(file).rules(yaml);
  }

  private SiteRules rules(String yaml) {
    Object root;
    try {
      root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(file + " is no YAML: " + e.getMessage(), e);
    }
    if (root == null) {
      return SiteRules.NONE;
    }
    if (!(root instanceof List<?> entries)) {
      throw wrong(0, "a list of rules is expected at the top");
    }
    List<SiteRule> rules = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!(entries.get(i) instanceof Map<?, ?> entry)) {
        throw wrong(i + 1, "a rule is a map with host, select, drop, zone, from, until");
      }
      rules.add(rule(entry, i + 1));
    }
    return new SiteRules(rules);
  }

  private SiteRule rule(Map<?, ?> entry, int number) {
    for (Object key : entry.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw wrong(number, "unknown key '" + key + "'; known are " + sorted(KEYS));
      }
    }
    if (!(entry.get("host") instanceof String host) || host.isBlank()) {
      throw wrong(number, "host is missing");
    }
    return new SiteRule(
        host.trim().toLowerCase(Locale.ROOT),
        day(entry.get("from"), "from", number),
        day(entry.get("until"), "until", number),
        zone(entry.get("zone"), number),
        selectors(entry.get("select"), number),
        drops(entry.get("drop"), number));
  }

  private @Nullable LocalDate day(@Nullable Object value, String key, int number) {
    if (value == null) {
      return null;
    }
    try {
      return LocalDate.parse(value.toString());
    } catch (DateTimeException e) {
      throw wrong(number, key + ": '" + value + "' is no day like 2020-09-25");
    }
  }

  private @Nullable ZoneId zone(@Nullable Object value, int number) {
    if (value == null) {
      return null;
    }
    try {
      return ZoneId.of(value.toString());
    } catch (DateTimeException e) {
      throw wrong(number, "zone: '" + value + "' is no zone like Asia/Shanghai");
    }
  }

  private Map<SiteField, Evaluator> selectors(@Nullable Object value, int number) {
    Map<SiteField, Evaluator> selectors = new EnumMap<>(SiteField.class);
    if (value == null) {
      return selectors;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(number, "select is a map of fields to selectors");
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      selectors.put(
          field(String.valueOf(entry.getKey()), number),
          selector(String.valueOf(entry.getValue()), String.valueOf(entry.getKey()), number));
    }
    return selectors;
  }

  private SiteField field(String name, int number) {
    for (SiteField field : SiteField.values()) {
      if (field.field().equals(name)) {
        return field;
      }
    }
    Set<String> known =
        Arrays.stream(SiteField.values()).map(SiteField::field).collect(Collectors.toSet());
    throw wrong(number, "select: unknown field '" + name + "'; known are " + sorted(known));
  }

  private List<Evaluator> drops(@Nullable Object value, int number) {
    List<Evaluator> drops = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object selector : list) {
        drops.add(selector(String.valueOf(selector), "drop", number));
      }
    } else if (value != null) {
      drops.add(selector(value.toString(), "drop", number));
    }
    return drops;
  }

  private Evaluator selector(String css, String key, int number) {
    try {
      return QueryParser.parse(css);
    } catch (SelectorParseException | IllegalArgumentException e) {
      throw wrong(number, key + ": '" + css + "' is no selector: " + e.getMessage());
    }
  }

  private static String sorted(Set<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }

  private IllegalArgumentException wrong(int number, String mistake) {
    return new IllegalArgumentException(file + ", rule " + number + ": " + mistake);
  }
}
