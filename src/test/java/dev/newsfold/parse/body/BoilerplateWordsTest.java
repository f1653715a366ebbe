package dev.newsfold.parse.body;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside articles by its words, in many languages, on invented pages. */
class BoilerplateWordsTest {
  private static final String[] PROSE = {
    "The ferry left the harbour at seven, and the first passengers waved from its deck.",
    "The work took three months, and the new hall has two more rows of seats, the town said.",
    "Nobody had expected so many people on the first day, said Jane Roe, who runs the line."
  };

  private static String body(String before, String after) {
    String html =
        "<html lang=en><title>Ferry sails again after the storm</title>"
            + "<h1>Ferry sails again after the storm</h1><div><p>%s</p>%s<p>%s</p><p>%s</p>%s</div>";
    return Pages.parse(html.formatted(PROSE[0], before, PROSE[1], PROSE[2], after))
        .article()
        .getBody();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lesen Sie auch: Neue Fähre für den Hafen",
        "À lire aussi : Un nouveau bateau pour le port",
        "Te puede interesar: Un barco nuevo para el puerto",
        "Leia também: Um barco novo para o porto",
        "» Leggi anche: Una nuova nave per il porto",
        "Lees ook: Een nieuwe boot voor de haven",
        "Czytaj także: Nowy prom w porcie",
        "Čtěte také: Nový přívoz v přístavu",
        "Läs också: En ny färja i hamnen",
        "Lue myös: Uusi lautta satamaan",
        "Читайте также: Новый паром в порту",
        "اقرأ أيضا: عبارة جديدة في الميناء",
        "यह भी पढ़ें: बंदरगाह पर नई नौका",
        "Baca juga: Feri baru di pelabuhan",
        "関連記事：港に新しい船",
        "Anzeige",
        "Publicidad",
        "Реклама",
        "Sign in or create an account",
        "Photo: Jane Roe / Tide Agency",
        "The new ferry in the harbour © Tide Agency",
        "Notice: The content above (including pictures and videos if any) is posted by its user.",
        "※ 乙报提醒您：饮酒过量，有害健康",
        "饮酒过量，有害健康",
      })
  void aLineAboutOtherThingsIsNoText(String line) {
    assertThat(body("<p>" + line + "</p>", ""), is(String.join("\n", PROSE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 Kommentare",
        "Ähnliche Beiträge",
        "Artículos relacionados",
        "Mais lidas",
        "I più letti",
        "Podobne artykuły",
        "Комментарии (3)",
        "İlgili haberler",
        "10 thoughts on “Ferry sails again”",
        "Alex on September 17, 2018 at 6:34 am said:",
      })
  void whatFollowsTheHeadOfAListIsNoText(String head) {
    String list =
        "<h3>" + head + "</h3><p>A stranger wrote here that it rained, and that it was cold.</p>";
    assertThat(body("", list), is(String.join("\n", PROSE)));
  }

  @Test
  void aSentenceThatBeginsLikeALabelIsText() {
    String sentence =
        "Annonsen were printed in the town for a hundred years, until the last press was sold off.";
    assertThat(body("<p>" + sentence + "</p>", "").contains(sentence), is(true));
  }
}
