package dev.newsfold.supply;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No key and no password is in a file that git tracks. */
class CredentialsTest {
  private static final Path HOME = Path.of(System.getProperty("newsfold.basedir", ""));

  private static final List<Pattern> CREDENTIALS =
      List.of(
          // Keys of AWS, Google, GitHub and Slack, by what they start with.
          Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
          Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}\\b"),
          Pattern.compile("\\bgh[pousr]_[0-9A-Za-z]{36}"),
          Pattern.compile("\\bxox[abprs]-[0-9A-Za-z-]{10,}"),
          Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
          // A name that says so, and a value that is neither a word of code nor a placeholder.
          Pattern.compile(
              "(?i)(?:password|passwd|secret_?(?:access_?)?key|api_?key|access_?token)[\"']?\\s*[:=]"
                  + "\\s*[\"']?(?=[^\\s\"']*\\d)[0-9A-Za-z/+_=-]{8,}"),
          // A user's password in an address.
          Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^\\s/:@\"']+:[^\\s/:@\"'{$]{3,}@"));

  @Test
  void noTrackedFileHoldsACredential() throws IOException, InterruptedException {
    List<String> tracked = tracked();
    assumeTrue(!tracked.isEmpty(), "skipped: no git, or not in a working copy of it");
    List<String> found = new ArrayList<>();
    for (String name : tracked) {
      Path file = HOME.resolve(name);
      if (Files.isRegularFile(file)) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (holdsCredential(text)) {
          found.add(name);
        }
      }
    }
    assertThat(found, is(empty()));
  }

  @Test
  void credentialsAreKnownByTheirLooks() {
    // Put together here, so that this file holds none.
    assertThat(holdsCredential("id = " + "AKIA" + "ABCDEFGHIJKLMNOP"), equalTo(true));
    assertThat(holdsCredential("-----BEGIN RSA " + "PRIVATE KEY-----"), equalTo(true));
    assertThat(holdsCredential("password" + ": hunter2hunter2"), equalTo(true));
    assertThat(
        holdsCredential("aws_secret_access_key" + " = wJalrXUtnFEMI/K7MDENG"), equalTo(true));
    assertThat(holdsCredential("https://user:" + "pa55word@host/"), equalTo(true));
    assertThat(holdsCredential("password = System.getenv(NAME)"), equalTo(false));
    assertThat(holdsCredential("http://a.example:8080/x@y"), equalTo(false));
  }

  private static boolean holdsCredential(String text) {
    return CREDENTIALS.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  private static List<String> tracked() throws IOException, InterruptedException {
    try {
      Process git =
          new ProcessBuilder("git", "ls-files", "-z")
              .directory(HOME.toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0
          ? List.of(names.split("\0", -1)).stream().filter(name -> !name.isEmpty()).toList()
          : List.of();
    } catch (IOException noGit) {
      return List.of();
    }
  }
}
