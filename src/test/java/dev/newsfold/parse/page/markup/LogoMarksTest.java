package dev.newsfold.parse.page.markup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoMarksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <a class="site-logo">                    | true
          <a id=LOGO href=/news/1.html>            | true
          <a class=lologo>                         | true
          <a class=logologo>                       | true
          <a class=glogo2>                         | true
          <a class="log o lgoo oogl">              | false
          <a class="blog" href="/a/b.html">        | false
          <a href="/">                             | true
          <a href = "https://news.example/">       | true
          <a HREF='//news.example'>                | true
          <a href=index.html>                      | true
          <a href="">                              | true
          <a href="/a/b.html" rel="home">          | false
          <a title="href" href="/a/b.html">        | false
          <a data-href="/">                        | true
          <a xhref="/" name=x>                     | false
          <a href>                                 | false
          <a href=>                                | false
          <a href="/>                              | false
          """)
  void aLinkNamedForALogoOrToAHomePageMayHoldOne(String tag, boolean holds) {
    String page = "<p>logo<a href='/'></a>" + tag + "<i>logo</i>";
    int start = page.indexOf(tag);
    assertThat(LogoMarks.opensLink(page, start, start + tag.length()), equalTo(holds));
  }

  @ParameterizedTest
  @CsvSource({
    "<img src=/i/LoGo.png alt=x>, true",
    "<img alt=Logo>, true",
    "<img src=/i/lo-go.png alt=x>, false",
    "<img src=/i/lo, false"
  })
  void aPictureIsALogoByItsNames(String tag, boolean logo) {
    String page = "logo " + tag + "go logo";
    assertThat(LogoMarks.areIn(page, 5, 5 + tag.length()), equalTo(logo));
  }
}
