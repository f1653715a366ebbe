package dev.newsfold.parse.section;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.Pages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections in the titles of invented pages. */
class SectionsTest {
  @ParameterizedTest
  @CsvSource({
    "'湖泊,湿地,云溪', 国内", // one part of the title is a section
    "'国内,湿地,云溪', 国内", // which may be a keyword as well
    "'国内,社会,湖泊', ''" // of several keywords none is
  })
  void keywordsBehindTheHeadlineAreNoSections(String keywords, String section) {
    String html =
        "<html lang=zh><head><title>南湖湿地修复工程年底开放_国内_社会_云溪网</title>"
            + "<meta name=keywords content='"
            + keywords
            + "'></head><body><h1>南湖湿地修复工程年底开放</h1><p>今天上午，云溪市水务局召开新闻发布会，"
            + "通报了南湖湿地修复工程的最新进展，预计年底开放。</p><p>据介绍，该工程自去年三月动工以来，"
            + "已完成清淤八十余万立方米，种植水生植物十二万株，成效明显。</p></body></html>";
    String found = Pages.parse(html).article().getSection();

    assertThat(found == null ? "" : found, is(section));
  }
}
