package dev.newsfold.parse.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.newsfold.parse.Pages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page hides until a reader asks for it, on an invented page. */
class FoldedTextTest {
  private static final String FOLDED =
      "Les barques, repeintes pendant l'hiver, attendent sur la grève que le vent tourne.";

  private static String body(String attributes) {
    return Pages.parse(
            "<html lang=fr><title>Le bac de Corvenne reprend la mer</title><body><article>"
                + "<h1>Le bac de Corvenne reprend la mer</h1><p>Après trois mois de travaux, le bac"
                + " a quitté le quai lundi matin, avec deux cents passagers, a dit la mairie.</p>"
                + "<h2>Et les barques ?</h2><div "
                + attributes
                + "><p>"
                + FOLDED
                + "</p></div><p>La traversée coûtera quatre francs, et sera gratuite pour les écoliers,"
                + " qui étaient venus nombreux, avec leurs maîtres, saluer le départ.</p></article>")
        .article()
        .getBody();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class='faq-collapse' style='display: none'",
        "id=accordion-3 hidden",
        "role=region aria-labelledby=q3 style='display:none'"
      })
  void foldedTextIsRead(String attributes) {
    assertThat(body(attributes), containsString(FOLDED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"class=dialog style='display: none'", "id=menu hidden", "title=collapse hidden"})
  void whatIsHiddenOtherwiseIsNot(String attributes) {
    assertThat(body(attributes), not(containsString(FOLDED)));
  }
}
