package dev.newsfold.report;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jsoup.Jsoup;

/** What can be wrong with a page that a browser has open: each check yields the faults it finds. */
final class PageChecks {
  private static final int HEIGHT = 800;
  private static final int WIDE = 1280;
  private static final int NARROW = 360;

  /** A4 upright, within the margins that browsers leave. */
  private static final int PAPER = 718;

  /**
   * All of axe-core's rules but those that are still being tried. What is in order is not described
   * in full, which would take as long as to find it.
   */
  private static final String EVERYTHING = "{resultTypes: ['violations']}";

  /** The rules that darkness changes anything for. */
  private static final String COLOURS =
      "{resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block']}";

  private final Browser browser;
  private final String axe;
  private final Map<Path, Set<String>> ids = new HashMap<>();

  /** Looks at a page; a fault is told in words. */
  @FunctionalInterface
  interface Check {
    List<String> faults(URI page) throws IOException;
  }

  PageChecks(Browser browser) throws IOException {
    this.browser = browser;
    this.axe = axe();
  }

  /** From a WebJar, whose path has its version. */
  private static String axe() throws IOException {
    Properties jar = new Properties();
    try (InputStream in =
        PageChecks.class.getResourceAsStream(
            "/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
      jar.load(Objects.requireNonNull(in, "axe-core is not on the class path"));
    }
    return Browser.resource(
        "/META-INF/resources/webjars/axe-core/" + jar.getProperty("version") + "/axe.min.js");
  }

  /** The checks by name. The first opens the page, and they are made in this order. */
  Map<String, Check> all() {
    Map<String, Check> checks = new LinkedHashMap<>();
    checks.put("opens from disk, without complaint", this::opened);
    checks.put("no request leaves the disk", page -> outside());
    checks.put("every link resolves", page -> dead());
    checks.put("nothing scrolls sideways at 1,280", page -> tooWide(WIDE));
    checks.put("nothing scrolls sideways at 360", page -> tooWide(NARROW));
    checks.put("words break between at 360", page -> browser.check("tornWords"));
    checks.put("axe-core finds nothing, light", page -> violations("light", EVERYTHING));
    checks.put("axe-core finds nothing, dark", page -> violations("dark", COLOURS));
    checks.put("paper shows all, and no navigation", page -> lostOnPaper());
    checks.put("the keyboard reaches all, visibly", page -> unreached());
    checks.put("without scripts it says the same", this::mute);
    return checks;
  }

  private List<String> opened(URI page) throws IOException {
    browser.requests();
    browser.complaints();
    browser.open(page);
    List<String> faults = new ArrayList<>(browser.complaints());
    if (browser.find("main h1").size() != 1) {
      faults.add("it has no heading");
    }
    return faults;
  }

  private List<String> outside() throws IOException {
    List<String> requests = browser.requests();
    return requests.isEmpty()
        ? List.of("not even the page was asked for")
        : requests.stream()
            .filter(address -> !address.startsWith("file:") && !address.startsWith("data:"))
            .toList();
  }

  private List<String> dead() throws IOException {
    List<String> dead = new ArrayList<>();
    for (String address : browser.check("addresses")) {
      if (!address.matches("https?://.*") && !resolves(address)) {
        dead.add(address);
      }
    }
    return dead;
  }

  private boolean resolves(String address) throws IOException {
    if (!address.startsWith("file:")) {
      return false;
    }
    URI target = URI.create(address);
    Path file = Path.of(target.getPath());
    if (!Files.isRegularFile(file) || target.getFragment() == null) {
      return Files.isRegularFile(file);
    }
    Set<String> known = ids.get(file);
    if (known == null) {
      known = Set.copyOf(Jsoup.parse(file).select("[id]").eachAttr("id"));
      ids.put(file, known);
    }
    return known.contains(target.getFragment());
  }

  private List<String> tooWide(int width) {
    browser.window(width, HEIGHT);
    return browser.check("tooWide");
  }

  @SuppressWarnings("unchecked") // the script yields texts
  private List<String> violations(String scheme, String options) {
    browser.window(WIDE, HEIGHT);
    browser.media("screen", scheme);
    return (List<String>)
        browser.await(
            (browser.has("axe") ? "" : axe + ";\n")
                + "const done = arguments[arguments.length - 1];\n"
                + "axe.run(document, "
                + options
                + ").then(found => done(found.violations.flatMap(rule => rule.nodes.map(node =>"
                + " rule.id + ': ' + node.target + ' ' + node.failureSummary))), done);");
  }

  private List<String> lostOnPaper() {
    browser.window(PAPER, HEIGHT);
    browser.media("print", "light");
    List<String> faults = new ArrayList<>(browser.check("cut"));
    faults.addAll(browser.check("forClicking"));
    faults.addAll(browser.check("tornWords"));
    browser.media("screen", "light");
    return faults;
  }

  private List<String> unreached() {
    browser.window(WIDE, HEIGHT);
    return browser.tabThrough();
  }

  /** Search alone needs scripts; without, its page says so. */
  private List<String> mute(URI page) {
    List<String> with = browser.check("text");
    browser.scripts(false);
    browser.open(page);
    List<String> without = browser.check("text");
    browser.scripts(true);
    boolean needsThem = page.getPath().endsWith("/search.html");
    return needsThem || with.equals(without) ? List.of() : List.of(with + " became " + without);
  }
}
