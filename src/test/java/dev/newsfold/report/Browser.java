package dev.newsfold.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.KeyInput;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium of this machine without a window, by its driver, where there are both. */
final class Browser implements AutoCloseable {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** It asks nobody for anything of its own accord, and finds no host if a page asks for one. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars",
          "--disable-frame-rate-limit",
          "--force-device-scale-factor=1",
          "--host-resolver-rules=MAP * ~NOTFOUND");

  /** It warns of browsers that are newer than itself; we use no class that knows their versions. */
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  /**
   * Calls back once something of the page has been painted, be that before or after it is asked.
   */
  private static final String PAINTED =
      """
      const done = arguments[arguments.length - 1];
      new PerformanceObserver((paints, observer) => {
        observer.disconnect();
        done(true);
      }).observe({ type: "paint", buffered: true });
      """;

  private final ChromeDriver driver;
  private final String checks;
  private boolean runsScripts = true;

  private Browser(ChromeDriver driver, String checks) {
    this.driver = driver;
    this.checks = checks;
  }

  /**
   * Starts one; empty where there is no Chromium or no driver for it on the path.
   *
   * @param profile a new, empty folder
   */
  static Optional<Browser> start(Path profile) throws IOException {
    Optional<Path> browser = BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
    Optional<Path> driver = onPath("chromedriver");
    if (browser.isEmpty() || driver.isEmpty()) {
      return Optional.empty();
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.get().toFile());
    options.addArguments(ARGUMENTS);
    options.addArguments("--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.get().toFile())
            .usingAnyFreePort()
            .withLogOutput(OutputStream.nullOutputStream())
            .build();
    DEVTOOLS.setLevel(Level.SEVERE);
    ChromeDriver started = new ChromeDriver(service, options);
    started.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
    return Optional.of(new Browser(started, resource("page-checks.js")));
  }

  private static Optional<Path> onPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A text of the class path: ours by a name, another's by a path from the root. */
  static String resource(String name) throws IOException {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Opens a page and, where pages may run scripts, waits until it is painted: Chromium drops clicks
   * and keys that come to a page before that, which on a busy machine is well after it has loaded.
   */
  void open(URI page) {
    driver.get(page.toString());
    if (runsScripts) {
      await(PAINTED);
    }
  }

  URI page() {
    return URI.create(driver.getCurrentUrl());
  }

  /** The size of the window's content, in CSS pixels. */
  void window(int width, int height) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /**
   * What readers have chosen: {@code light} or {@code dark}, on {@code screen} or in {@code print}.
   */
  void media(String medium, String scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Whether pages that are opened from now on may run their scripts. */
  void scripts(boolean allowed) {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    runsScripts = allowed;
  }

  /** A picture of what the window shows, as PNG. */
  byte[] picture() {
    Object data = command("Page.captureScreenshot", Map.of("format", "png")).get("data");
    return Base64.getDecoder().decode((String) Objects.requireNonNull(data));
  }

  /** A function of {@code page-checks.js} that yields texts. */
  @SuppressWarnings("unchecked") // so do they all but one
  List<String> check(String function) {
    return (List<String>) Objects.requireNonNull(call(function));
  }

  private Object call(String function) {
    return Objects.requireNonNull(
        driver.executeScript(
            "window.pageChecks = window.pageChecks || "
                + checks
                + ";\nreturn window.pageChecks[arguments[0]]();",
            function));
  }

  /** Runs a script that calls back, and returns what it yields. */
  Object await(String script, Object... arguments) {
    return Objects.requireNonNull(driver.executeAsyncScript(script, arguments));
  }

  /** Whether the page has a global variable of that name. */
  boolean has(String variable) {
    return Boolean.TRUE.equals(driver.executeScript("return arguments[0] in window;", variable));
  }

  /**
   * Goes through the page by the Tab key, round and round, as often as it takes but three times at
   * most, and returns what it does not come to visibly.
   */
  List<String> tabThrough() {
    long stops = (Long) call("watchFocus");
    List<String> faults = List.of("nothing was pressed");
    for (int round = 0; round < 3 && !faults.isEmpty(); round++) {
      holdTab(stops);
      faults = check("focusFaults");
    }
    return faults;
  }

  /** Holds the Tab key down until it was heard so often: an event each, where typing takes two. */
  private void holdTab(long times) {
    KeyInput keyboard = new KeyInput("keyboard");
    Sequence keys = new Sequence(keyboard, 0);
    for (long i = 0; i < times; i++) {
      keys.addAction(keyboard.createKeyDown(Keys.TAB.charAt(0)));
    }
    driver.perform(List.of(keys.addAction(keyboard.createKeyUp(Keys.TAB.charAt(0)))));
  }

  void type(CharSequence... keys) {
    new Actions(driver, Duration.ZERO).sendKeys(keys).perform();
  }

  List<WebElement> find(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Every address that was asked for since this was called last. */
  List<String> requests() throws JsonProcessingException {
    List<String> addresses = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = JSON.readTree(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        addresses.add(message.path("params").path("request").path("url").asText());
      }
    }
    return addresses;
  }

  /** What the browser complained of since this was called last: errors, refusals. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  private Map<String, Object> command(String name, Map<String, Object> arguments) {
    return driver.executeCdpCommand(name, arguments);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
