package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "abc => abc",
        "Sign Up => sign_up",
        "a|bc => a bc",
        "(?:a|b)c => ac bc",
        "ab?c => ac abc",
        "a(?:b|cd)?e => ae abe acde",
        "a[bc]d => abd acd",
        "icp[备证] => icp备 icp证",
        "ab.{0,3}cde => cde",
        "^[\\s(]*+(?:责任|\\p{IsHan}{1,6}[网报])?编辑[:：] => 编辑: 编辑：",
        "\\bshare(?: this| on)?\\b => share share_this share_on",
        "\\d{1,2}\\s?(?:天|小时)前$ => 天前 小时前",
        "(?<!\\d)a{2}b => a",
        "\\(ap photo\\b => (ap_photo",
        "\\Qa.b\\Ec => a.bc",
        "a(?=b)c => ac",
        "[A-Z]x => x",
        "[^a]x => x",
        "[(（\\[]x => (x （x [x",
      })
  void wordsOfWhichEachMatchHoldsOne(String regex, String words) {
    assertThat(RequiredWords.of(regex), is(split(words)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a?", "a*|b", "\\d+", "[a-z]", "(?:a|)b?", "a{0,2}", "."})
  void aMatchMayHoldNone(String regex) {
    assertThat(RequiredWords.of(regex), is(Set.of()));
  }

  @Test
  void pastSoManyTextsTheBestPartTells() {
    assertThat(
        RequiredWords.of("[abc][abcd][abcd]xyz"), is(Set.of("axyz", "bxyz", "cxyz", "dxyz")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?>a)b", "(?i)a", "(?<name>a)", "[a[b]]", "[a&&b]", "a)b"})
  void whatItDoesNotReadIsRefused(String regex) {
    assertThrows(IllegalArgumentException.class, () -> RequiredWords.of(regex));
  }

  private static Set<String> split(String words) {
    return Stream.of(words.split(" ", -1))
        .map(word -> word.replace('_', ' '))
        .collect(Collectors.toSet());
  }
}
