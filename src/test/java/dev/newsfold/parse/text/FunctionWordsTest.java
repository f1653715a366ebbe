package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.parse.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en|The council approved a plan on Tuesday to restore the lake that was drained, and work is to begin in spring.
          de|Der Rat hat am Dienstag einen Plan für den See beschlossen, und die Arbeit soll im Frühjahr mit dem Bau eines Weges beginnen.
          fr|Le conseil a adopté mardi un plan pour le lac, et les travaux qui sont prévus dans la baie commenceront au printemps.
          es|El consejo aprobó el martes un plan para el lago, y las obras que se harán en la bahía empezarán en primavera, según los vecinos.
          pt|O conselho aprovou na terça um plano para o lago, e as obras que não foram feitas na baía começam no mês que vem, segundo os moradores.
          it|Il consiglio ha approvato martedì un piano per il lago, e i lavori che sono previsti nella baia non cominciano prima di maggio.
          nl|De raad heeft dinsdag een plan voor het meer goedgekeurd, en het werk aan de baai wordt in het voorjaar door de gemeente begonnen.
          sv|Rådet har på tisdagen godkänt en plan för sjön som inte var klar, och arbetet vid viken ska börja när det är vår, säger han.
          pl|Rada przyjęła we wtorek plan dla jeziora, które nie jest czyste, a prace w zatoce mają się zacząć po zimie i przez rok.
          tr|Meclis salı günü göl için bir plan kabul etti ve işin bahar ile birlikte daha sonra başlayacağı, her yıl olduğu gibi, dedi.
          id|Dewan menyetujui rencana untuk danau yang tidak bersih itu, dan pekerjaan di teluk akan dimulai pada musim semi oleh warga dengan dana.
          ru|Совет принял во вторник план для озера, которое не было чистым, и работы в заливе, как он сказал, начнутся после зимы, но не за год.
          uk|Рада ухвалила у вівторок план для озера, яке не було чистим, та роботи в затоці, як він сказав, почнуться після зими, але не за рік.
          el|Το συμβούλιο ενέκρινε την Τρίτη ένα σχέδιο για τη λίμνη που δεν είναι καθαρή, και οι εργασίες στην παραλία θα αρχίσουν από τον Μάιο.
          ar|وافق المجلس على خطة من أجل البحيرة التي لم تكن نظيفة في الماضي، وقال إن العمل بعد الشتاء مع السكان كان منذ عام.
          hi|परिषद ने झील के लिए एक योजना को मंजूरी दी है और कहा कि यह काम सर्दी के बाद शुरू होगा, जो पहले नहीं था.
          """)
  void aTextsSmallWordsTellItsLanguage(String language, String text) {
    assertThat(FunctionWords.language(text), is(language));
  }

  @ParameterizedTest
  @CsvSource({"''", "Orrin Gazette", "湖水比往年清澈了许多", "lorem ipsum dolor sit amet consectetur"})
  void fewWordsTellNothing(String text) {
    assertThat(FunctionWords.language(text), is(nullValue()));
  }

  @Test
  void aPageThatStatesNoLanguageHasThatOfItsText() {
    String html =
        "<title>Lake to be restored</title><h1>Lake to be restored</h1><p>The council approved a"
            + " plan on Tuesday to restore the lake that was drained, and work is to begin.</p>";
    assertThat(Pages.parse(html).article().getLanguage(), is("en"));
    assertThat(Pages.parse("<html lang=fr>" + html).article().getLanguage(), is("fr"));
  }
}
