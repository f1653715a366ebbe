package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

  @Test
  void textAndAttributesAreEscaped() {
    String html =
        new Html().attr("title", "a\"b'c<d>&").tag("p", "x", "</script><img onerror>").toString();
    assertThat(
        html,
        equalTo(
            "<p class=\"x\" title=\"a&quot;b&#39;c&lt;d&gt;&amp;\">"
                + "&lt;/script&gt;&lt;img onerror&gt;</p>"));
  }

  @ParameterizedTest
  @CsvSource({
    "NUL,            0",
    "escape,         1B",
    "C1 control,     85",
    "override,       202E",
    "isolate,        2067",
    "high surrogate, D800",
    "low surrogate,  DC00",
    "noncharacter,   FFFE",
    "noncharacter,   FDD0",
    "noncharacter,   1FFFF",
  })
  void whatDeceivesOrBreaksIsReplaced(String what, String codePoint) {
    String hostile = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";
    assertThat(what, new Html().text(hostile).toString(), equalTo("a\uFFFDb"));
  }

  @Test
  void whatPeopleWriteStays() {
    String harmless = "青浦湾首座竹木天桥\t“启用”\n𠮷野家 👩‍🚀 café";
    assertThat(new Html().text(harmless).toString(), equalTo(harmless));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " https://a.example/",
        "data:text/html,x",
        "//a.example/",
        "file:zh/pages/a.html",
        ""
      })
  void onlyWebAddressesBecomeLinks(String address) {
    assertThat(new Html().address(address, 99).toString(), not(containsString("href")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/",
        "//a.example",
        "javascript:x()",
        "../../etc/passwd",
        "story/A.html",
        "a b.html",
        ""
      })
  void pagesOfTheReportHavePlainNames(String address) {
    assertThrows(IllegalArgumentException.class, () -> new Html().page(address, () -> {}));
    assertThrows(IllegalArgumentException.class, () -> new Html().script(address));
  }

  @Test
  void pagesInFoldersFindTheOthers() {
    assertThat(
        new Html("../").page("story/1f.html#a", () -> {}).page("#b", () -> {}).toString(),
        equalTo("<a href=\"../story/1f.html#a\"></a><a href=\"#b\"></a>"));
  }

  @Test
  void aLanguageThatIsNoneIsNotStated() {
    assertThat(
        new Html().foreign("x", 9, "zh-Hans").foreign("y", 9, "\"><script>").toString(),
        equalTo("<bdi lang=\"zh-Hans\">x</bdi><bdi lang=\"\">y</bdi>"));
  }

  @Test
  void aLineMayEndBehindThePartsOfAnAddress() {
    assertThat(
        new Html().address("https://a.example/b/?c=1&d=2", 99).toString(),
        equalTo(
            "<a rel=\"noopener noreferrer\" href=\"https://a.example/b/?c=1&amp;d=2\"><bdi>"
                + "https://<wbr>a.<wbr>example/<wbr>b/?<wbr>c=<wbr>1&amp;<wbr>d=<wbr>2</bdi></a>"));
  }

  @Test
  void anAddressCannotLeaveItsAttribute() {
    String html = new Html().address("https://a.example/\"onmouseover=\"x", 99).toString();
    assertThat(html, containsString("href=\"https://a.example/&quot;onmouseover=&quot;x\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "style", "p onclick", "p>", "", "IMG\u0000"})
  void elementsThatRunOrBreakAreRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> new Html().tag(name, "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"onload", "href", "src", "a b", "a=\"", ""})
  void attributesThatRunOrLoadAreRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> new Html().attr(name, "x"));
  }

  @Test
  void cuttingKeepsCharactersWhole() {
    assertThat(Html.shorten("𠮷𠮷𠮷", 3), equalTo("𠮷𠮷𠮷"));
    assertThat(Html.shorten("𠮷𠮷𠮷", 2), equalTo("𠮷…"));
    assertThat(new Html().foreign("𠮷".repeat(99), 5).toString(), not(containsString("\uFFFD")));
  }
}
