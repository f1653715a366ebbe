package dev.newsfold.jobs;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/**
 * A flag of ours, as people read of it.
 *
 * @param group the title of those that it stands among
 * @param meaning what it does
 * @param fallback what holds where it is not given; a value in backquotes, words, or empty
 * @param jobs to which it means something; empty stands for all
 */
record Flag(String name, String group, String meaning, String fallback, Set<String> jobs) {
  /** All of them, by name. */
  static final SortedMap<String, Flag> ALL = Collections.unmodifiableSortedMap(all());

  static final String RUNNER_GROUP = "Where it runs";

  /** How a description tells what holds where no value stands for it. */
  private static final String DEFAULT = " Default: ";

  /** Whether it means something to a job. */
  boolean isOf(String job) {
    return jobs.isEmpty() || jobs.contains(job);
  }

  private static SortedMap<String, Flag> all() {
    SortedMap<String, Flag> flags = new TreeMap<>();
    for (Method getter : NewsfoldOptions.class.getMethods()) {
      Description description = getter.getAnnotation(Description.class);
      FlagGroup group = getter.getDeclaringClass().getAnnotation(FlagGroup.class);
      if (description != null && group != null) {
        Flag flag = of(getter, description.value(), group.value());
        flags.put(flag.name(), flag);
      }
    }
    flags.put(
        "runner",
        new Flag(
            "runner",
            RUNNER_GROUP,
            "`DirectRunner` or `FlinkRunner`, whose own flags work as well.",
            "`DirectRunner`; of reprocess and stream `FlinkRunner`",
            Set.of()));
    return flags;
  }

  private static Flag of(Method getter, String description, String group) {
    int at = description.indexOf(DEFAULT);
    OfJobs jobs = getter.getAnnotation(OfJobs.class);
    return new Flag(
        nameOf(getter),
        group,
        at < 0 ? description : description.substring(0, at),
        at < 0
            ? value(getter)
            : description.substring(at + DEFAULT.length()).replaceFirst("\\.$", ""),
        jobs == null ? Set.of() : Set.of(jobs.value()));
  }

  /** The name of the flag that {@code getter} gives the value of. */
  static String nameOf(Method getter) {
    String name = getter.getName().replaceFirst("^(?:get|is)", "");
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** The value of the one annotation that gives a default; empty if there is none. */
  private static String value(Method getter) {
    for (Annotation annotation : getter.getAnnotations()) {
      @Nullable Object value = value(annotation);
      if (value != null) {
        return value.equals(Long.MAX_VALUE) ? "no limit" : "`" + value + "`";
      }
    }
    return "";
  }

  private static @Nullable Object value(Annotation annotation) {
    if (annotation instanceof Default.String text) {
      return text.value();
    } else if (annotation instanceof Default.Long number) {
      return number.value();
    } else if (annotation instanceof Default.Integer number) {
      return number.value();
    } else if (annotation instanceof Default.Boolean isSet) {
      return isSet.value();
    }
    return null;
  }
}
