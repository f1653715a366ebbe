package dev.newsfold.decode;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.Charset;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of pages that declare nothing, in invented words. */
class AlphabetEvidenceTest {
  private static final String RUSSIAN =
      "Городской совет утвердил во вторник план восстановления озера, сообщил Вестник.";
  private static final String UKRAINIAN =
      "Міська рада затвердила у вівторок план відновлення озера.";
  private static final String BULGARIAN = "Общинският съвет одобри във вторник план за езерото.";
  private static final String GREEK =
      "Το δημοτικό συμβούλιο ενέκρινε την Τρίτη σχέδιο για τη λίμνη.";
  private static final String ARABIC =
      "وافق مجلس المدينة يوم الثلاثاء على خطة لإعادة تأهيل البحيرة.";
  private static final String HEBREW = "מועצת העיר אישרה ביום שלישי תוכנית לשיקום האגם.";
  private static final String THAI = "สภาเมืองอนุมัติแผนฟื้นฟูทะเลสาบเมื่อวันอังคาร";

  private static String text(String language) {
    return switch (language) {
      case "ru" -> RUSSIAN;
      case "uk" -> UKRAINIAN;
      case "bg" -> BULGARIAN;
      case "el" -> GREEK;
      case "ar" -> ARABIC;
      case "he" -> HEBREW;
      default -> THAI;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "ru, windows-1251",
    "ru, koi8-r",
    "ru, iso-8859-5",
    "ru, ibm866",
    "uk, windows-1251",
    "bg, windows-1251",
    "el, windows-1253",
    "ar, windows-1256",
    "ar, iso-8859-6",
    "he, windows-1255",
    "th, windows-874"
  })
  void aTextOfAnotherAlphabetIsReadInItsEncoding(String language, String encoding) {
    Encoding expected = Objects.requireNonNull(Encodings.byLabel(encoding));
    String text = "<p>" + text(language) + "</p>";
    byte[] bytes = text.getBytes(expected.charset());
    Encoding found = Objects.requireNonNull(AlphabetEvidence.of(bytes, 0, bytes.length));
    assertThat(Text.decode(bytes, 0, bytes.length, found), is(text));
    for (String head : new String[] {null, "text/html; charset=iso-8859-1"}) {
      EncodingChoice choice =
          EncodingChoice.of(head, bytes, 0, bytes.length, Utf8Survey.of(bytes, 0, bytes.length));
      assertThat(Text.decode(bytes, 0, bytes.length, choice.encoding()), is(text));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Le conseil a approuvé mardi un projet très attendu : l'été où la forêt brûla., windows-1252",
    "Městská rada schválila v úterý plán obnovy přehrady a její břehy., windows-1250",
    "Şehir meclisi salı günü gölün ıslahı için bir plan onayladı., windows-1254",
    "A városi tanács kedden jóváhagyta a tó helyreállításának tervét., windows-1250",
    "市议会周二批准了湖泊修复计划，居民表示欢迎，工程年底完工。, gb18030",
    "市議會週二批准了湖泊修復計畫，居民表示歡迎，工程年底完工。, Big5",
    "市議会は火曜日に湖の再生計画を承認し、住民は歓迎している。, EUC-JP",
    "市議会は火曜日に湖の再生計画を承認し、住民は歓迎している。, Shift_JIS",
    "시의회는 화요일 호수 복원 계획을 승인했고 주민들은 환영했다., EUC-KR",
  })
  void noOtherTextIsTakenForOne(String text, String charset) {
    byte[] bytes = text.getBytes(Charset.forName(charset));
    assertThat(AlphabetEvidence.of(bytes, 0, bytes.length), is(nullValue()));
  }

  @ParameterizedTest
  @CsvSource({"镕镔埒垚昇堃, gb18030", "鑫淼焱垚犇骉, gb18030"})
  void rareCharactersAreNoLetters(String text, String charset) {
    byte[] bytes = text.repeat(4).getBytes(Charset.forName(charset));
    assertThat(AlphabetEvidence.of(bytes, 0, bytes.length), is(nullValue()));
  }
}
