package dev.newsfold.parse.people;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Tables of the words for those who report: which of them a text holds, and what is left. */
class RolesTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "reporter-roles.tsv", delimiter = '\t', nullValues = "-")
  void aTextHoldsARole(String kind, String text, @Nullable String found) {
    Pattern pattern =
        switch (kind) {
          case "role" -> ReporterRoles.ROLE;
          case "did" -> ReporterRoles.DID;
          case "pictures" -> ReporterRoles.PICTURES;
          case "bracketed" -> ReporterRoles.BRACKETED;
          default -> throw new IllegalArgumentException(kind);
        };
    Matcher m = pattern.matcher(text);
    assertThat(m.find() ? m.group() : null, is(found));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "reporter-traces.tsv", delimiter = '\t')
  void aQuickLookMissesNoByline(String text, boolean may) {
    assertThat(ReporterRoles.mayBeIn(text), is(may));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "eastern-roles.tsv", delimiter = '\t')
  void aNameIsLeftWithoutItsRole(String text, String name) {
    assertThat(EasternRoles.without(text), is(name));
  }
}
