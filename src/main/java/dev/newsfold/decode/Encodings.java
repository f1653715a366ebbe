package dev.newsfold.decode;

import dev.newsfold.decode.Encoding.Family;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labels of the WHATWG Encoding Standard, and the decoders that Java has for them.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#names-and-labels">Names and labels</a>
 */
final class Encodings {
  static final Encoding UTF_8 = Encoding.of("utf-8", "UTF-8", Family.UNICODE);
  static final Encoding UTF_16LE = Encoding.of("utf-16le", "UTF-16LE", Family.UNICODE);
  static final Encoding UTF_16BE = Encoding.of("utf-16be", "UTF-16BE", Family.UNICODE);

  /** Not in the standard; only a byte order mark or their NULs lead to them. */
  static final Encoding UTF_32LE = Encoding.of("utf-32le", "UTF-32LE", Family.UNICODE);

  static final Encoding UTF_32BE = Encoding.of("utf-32be", "UTF-32BE", Family.UNICODE);

  static final Encoding GB18030 = Encoding.of("gb18030", "GB18030", Family.EAST_ASIAN);
  static final Encoding BIG5 = Encoding.of("big5", "Big5-HKSCS", Family.EAST_ASIAN);
  static final Encoding EUC_JP = Encoding.of("euc-jp", "EUC-JP", Family.EAST_ASIAN);
  static final Encoding ISO_2022_JP = Encoding.of("iso-2022-jp", "ISO-2022-JP", Family.ESCAPES);
  static final Encoding SHIFT_JIS = Encoding.of("shift_jis", "windows-31j", Family.EAST_ASIAN);
  static final Encoding EUC_KR = Encoding.of("euc-kr", "x-windows-949", Family.EAST_ASIAN);
  static final List<Encoding> EAST_ASIAN = List.of(GB18030, BIG5, EUC_JP, SHIFT_JIS, EUC_KR);

  static final Encoding WINDOWS_1252 =
      Encoding.of("windows-1252", "windows-1252", Family.SINGLE_BYTE);

  /** What the standard maps to its "replacement" decoder: escape codes that once hid scripts. */
  static final Encoding REPLACEMENT = Encoding.of("replacement", "US-ASCII", Family.ESCAPES);

  /** Not in the standard, and not decoded: it hid scripts as well. */
  static final Encoding UTF_7 = Encoding.of("utf-7", "US-ASCII", Family.ESCAPES);

  private static final Map<String, Encoding> BY_LABEL = new HashMap<>();

  /** Encoding by WHATWG name, then its labels. gbk and gb18030 are one family: decoded alike. */
  private static final Map<Encoding, String> MULTI_BYTE_LABELS =
      Map.ofEntries(
          Map.entry(
              UTF_8,
              "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 utf-8-sig"),
          Map.entry(
              GB18030,
              "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"
                  + " gb18030 gb2312-80 gb-2312 gb-18030 cp936 ms936 windows-936 euc-cn x-euc-cn"),
          Map.entry(
              BIG5, "big5 big5-hkscs cn-big5 csbig5 x-x-big5 big-5 big5hkscs cp950 ms950 x-big5"),
          Map.entry(EUC_JP, "cseucpkdfmtjapanese euc-jp x-euc-jp eucjp"),
          Map.entry(ISO_2022_JP, "csiso2022jp iso-2022-jp"),
          Map.entry(
              SHIFT_JIS,
              "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cp932"),
          Map.entry(
              EUC_KR,
              "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989"
                  + " ksc5601 ksc_5601 windows-949 cp949 ms949 x-windows-949 uhc"),
          Map.entry(
              REPLACEMENT,
              "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement"),
          Map.entry(
              UTF_7, "utf-7 utf7 unicode-1-1-utf-7 csunicode11utf7 x-unicode-1-1-utf-7 csutf7"),
          Map.entry(UTF_16BE, "unicodefffe utf-16be"),
          Map.entry(
              UTF_16LE, "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"));

  /** Single-byte encodings: WHATWG name, then its labels. */
  private static final String[] SINGLE_BYTE_LABELS = {
    "ibm866 866 cp866 csibm866",
    "iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2",
    "iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3",
    "iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4",
    "iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5"
        + " iso_8859-5:1988",
    "iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e"
        + " iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
    "iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597"
        + " iso_8859-7 iso_8859-7:1987 sun_eu_greek",
    "iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598"
        + " iso_8859-8 iso_8859-8:1988 visual",
    "iso-8859-8-i csiso88598i logical",
    "iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6",
    "iso-8859-13 iso8859-13 iso885913",
    "iso-8859-14 iso8859-14 iso885914",
    "iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9",
    "iso-8859-16",
    "koi8-r cskoi8r koi koi8 koi8_r",
    "koi8-u koi8-ru",
    "macintosh csmacintosh mac x-mac-roman",
    "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620",
    "windows-1250 cp1250 x-cp1250",
    "windows-1251 cp1251 x-cp1251",
    "windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100"
        + " iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252"
        + " x-user-defined",
    "windows-1253 cp1253 x-cp1253",
    "windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9"
        + " iso_8859-9:1989 l5 latin5 x-cp1254",
    "windows-1255 cp1255 x-cp1255",
    "windows-1256 cp1256 x-cp1256",
    "windows-1257 cp1257 x-cp1257",
    "windows-1258 cp1258 x-cp1258",
    "x-mac-cyrillic x-mac-ukrainian",
  };

  /** Java's own names, where the standard's name is unknown to Java. */
  private static final Map<String, String> JAVA_NAMES =
      Map.of(
          "iso-8859-8-i", "iso-8859-8",
          "iso-8859-10", "iso-8859-4",
          "iso-8859-14", "iso-8859-1",
          "macintosh", "x-MacRoman",
          "windows-874", "x-windows-874",
          "x-mac-cyrillic", "x-MacCyrillic");

  static {
    MULTI_BYTE_LABELS.forEach(Encodings::enter);
    for (String labels : SINGLE_BYTE_LABELS) {
      String name = labels.split(" ", 2)[0];
      Encoding encoding =
          Encoding.of(name, JAVA_NAMES.getOrDefault(name, name), Family.SINGLE_BYTE);
      enter(encoding.equals(WINDOWS_1252) ? WINDOWS_1252 : encoding, labels);
    }
  }

  private Encodings() {}

  /** An encoding by its label, as the standard reads it: case and white space do not matter. */
  static @Nullable Encoding byLabel(String label) {
    return BY_LABEL.get(label.strip().toLowerCase(Locale.ROOT));
  }

  private static void enter(Encoding encoding, String labels) {
    for (String label : labels.split(" ")) {
      BY_LABEL.put(label, encoding);
    }
  }
}
