package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.junit.jupiter.api.Test;

/** The table of flags in the README is what the code says of them. */
class ReadmeFlagsTest {
  private static final String START = "<!-- flags -->\n";
  private static final String END = "<!-- /flags -->";

  /** How a description tells what holds where a flag is not given, and no value stands for it. */
  private static final String DEFAULT = " Default: ";

  @Test
  void theReadmeDescribesEveryFlagAsTheCodeDoes() throws IOException {
    Path readme = Path.of(System.getProperty("newsfold.basedir", ""), "README.md");
    String text = Files.readString(readme);
    int from = text.indexOf(START);
    int to = text.indexOf(END);
    String table = table();
    assertThat(
        "put this into README.md between " + START.strip() + " and " + END + ":\n\n" + table,
        from < 0 || to < from ? "" : text.substring(from + START.length(), to),
        equalTo(table));
  }

  private static String table() {
    Map<String, String> rows = new TreeMap<>();
    for (Method getter : NewsfoldOptions.class.getMethods()) {
      Description description = getter.getAnnotation(Description.class);
      if (description != null
          && getter.getDeclaringClass().getPackage().equals(NewsfoldOptions.class.getPackage())) {
        String flag = flag(getter);
        rows.put(flag, row(flag, description.value(), value(getter)));
      }
    }
    rows.put(
        "runner",
        row(
            "runner",
            "`DirectRunner` or `FlinkRunner`, whose own flags work as well.",
            "`DirectRunner`"));
    StringBuilder table = new StringBuilder("| flag | meaning | default |\n|---|---|---|\n");
    rows.values().forEach(table::append);
    return table.toString();
  }

  private static String flag(Method getter) {
    String name = getter.getName().replaceFirst("^(?:get|is)", "");
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static String row(String flag, String description, String value) {
    int at = description.indexOf(DEFAULT);
    String meaning = at < 0 ? description : description.substring(0, at);
    String without =
        at < 0 ? value : description.substring(at + DEFAULT.length()).replaceFirst("\\.$", "");
    return "| `--" + flag + "` | " + meaning + " | " + without + " |\n";
  }

  /** The value of the one annotation that gives a default; empty if there is none. */
  private static String value(Method getter) {
    for (Annotation annotation : getter.getAnnotations()) {
      if (annotation.annotationType().getEnclosingClass() == Default.class) {
        try {
          Object value = annotation.annotationType().getMethod("value").invoke(annotation);
          return value.equals(Long.MAX_VALUE) ? "no limit" : "`" + value + "`";
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    }
    return "";
  }
}
