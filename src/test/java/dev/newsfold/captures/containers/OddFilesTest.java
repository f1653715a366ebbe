package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.gzip;
import static dev.newsfold.captures.containers.Archive.join;
import static dev.newsfold.captures.containers.Archive.page;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of dumps that are old, or made by tools of which few people know. */
class OddFilesTest {
  /** What follows its mark holds a page, which is not to be met. */
  @ParameterizedTest
  @CsvSource({
    "0, 78617221001c, a xar archive",
    "0, 5047444d50010e, a dump of a database",
    "0, 626567696e2036343420, uuencoded data",
    "0, 3d79626567696e20, yEnc data",
    "0, 5349542100, a StuffIt archive",
    "2, 2d6c68352d, an LHA archive",
    "7, 2a2a4143452a2a, an ACE archive",
    "0, 68737173, a SquashFS image",
    "0, 4d5357494d000000, a Windows image (WIM)",
    "0, 4c5a495001, lzip data",
    "0, 894c5a4f000d0a, lzop data",
    "0, 02214c18, lz4 data of the legacy kind",
    "0, 2142444e, a mailbox of Outlook (PST)",
    "0, 000100005374616e64617264204a6574, a database of Access",
    "0, 41542654464f524d, a DjVu document",
    "60, 424f4f4b4d4f4249, a Mobipocket book",
    "0, 46454131, a Feather file",
    "0, 52434601, an RCFile of Hive",
    "0, 934e554d5059, an array of NumPy",
    "0, 2d2d2d2d2d424547494e20504750, a message of PGP",
    "0, 636f6e6563746978, a disk image (VHD)",
    "0, 514649fb, a disk image (qcow)",
    "32769, 4344303031, a disc image (ISO)",
    "0, d4c3b2a1, a recording of network packets",
    "8, 4d3c2b1a, a recording of network packets",
    "0, 2043445820, an index of captures (CDX)",
    "0, 7b27, rows in the notation of Python"
  })
  void aFileIsNamedByItsMark(int at, String mark, String what) {
    byte[] file =
        join(new byte[at], HexFormat.of().parseHex(mark), bytes("\0\0<html><h1>Page</h1></html>"));
    assertThat(messages(Found.in("file", file)), contains("the file is " + what));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "n.enex | <?xml version=\"1.0\"?><en-export><note><title>x</title></note></en-export>"
            + "| the file is notes exported by Evernote",
        "news.txt | <DOC>~<url>http://a.example/1</url>~<content>x</content>~</DOC>~"
            + "| the file is a collection of documents",
        // Pages that something unknown has packed are not told from each other.
        "a.yaml | - html: <!DOCTYPE html><html><p>1~- html: <!DOCTYPE html><html><p>2"
            + "| the file is several pages in a notation unknown",
        "a.xml | <x><![CDATA[<!doctype html>~<html lang=en>]]><![CDATA[<!DOCTYPE HTML> <HTML>]]></x>"
            + "| the file is several pages in a notation unknown",
        "a.flow | 2000:9:websocket;0:~8:response;900:<html><h1>x</h1>"
            + "| the file is a recording of mitmproxy",
      })
  void aFileOfTextIsNamedByItsForm(String name, String content, String what) {
    assertThat(messages(Found.in(name, bytes(content.replace('~', '\n')))), contains(what));
  }

  /** Of the table's words ~ is a line's end, and ^ the mark of a sequence of texts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        // JSON text sequences, RFC 7464.
        "s.json-seq | ^{\"url\":\"http://a.example/1\",\"html\":\"<html>1\"}~^{\"url\":\"http://a.example/2\",\"html\":\"<html>2\"}~",
        // An array that lost its brackets.
        "a.json | {\"url\":\"http://a.example/1\",\"html\":\"<html>1\"},~{\"url\":\"http://a.example/2\",\"html\":\"<html>2\"},~",
        // Lists of one value each, as Scrapy's loaders make them.
        "a.jl | {\"url\":[\"http://a.example/1\"],\"html\":[\"<html>1\"]}~{\"url\":[\"http://a.example/2\"],\"html\":[\"<html>2\"]}",
        // Objects by their addresses.
        "a.json | {\"http://a.example/1\":\"<html>1\",\"http://a.example/2\":\"<html>2\"}",
        "a.json | {\"pages\":{\"http://a.example/1\":{\"html\":\"<html>1\"},\"http://a.example/2\":{\"html\":\"<html>2\"}}}",
        // A request and its answer that are no entry of HAR; names with capitals.
        "a.jl | {\"request\":{\"url\":\"http://a.example/1\"},\"response\":{\"status\":200,\"body\":\"<html>1\"}}~"
            + "{\"sourceUrl\":\"http://a.example/2\",\"rawHtml\":\"<html>2\"}",
        // Lines of old Macs, and blanks ahead of quotes; ! is a carriage return.
        "a.csv | url,html!http://a.example/1,<html>1!http://a.example/2,<html>2!",
        "a.csv | url, html~http://a.example/1, \"<html>1\"~http://a.example/2, \"<html>2\"~",
        // The line by which Excel is told the separator.
        "a.csv | sep=;~url;html~http://a.example/1;<html>1~http://a.example/2;<html>2~",
      })
  void rowsMayBeMarkedInOddWays(String name, String content) {
    Found read =
        Found.in(name, bytes(content.replace('~', '\n').replace('!', '\r').replace('^', '\u001e')));
    assertThat(read.words, contains("page <html>1", "page <html>2"));
    assertThat(read.captures.get(1).getUrl(), equalTo("http://a.example/2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"<p a=\\\"1,2\\\">\\\\x\" | <p a=\"1,2\">\\x",
        "\"<p a=\"\"1,2\"\">\\x\" | <p a=\"1,2\">\\x",
        "\"<p a=\"\"1\"\"><script>'\\\"\"'</script>\" | <p a=\"1\"><script>'\\\"'</script>",
      })
  void aQuoteInACellIsDoubledOrBehindABackslash(String cell, String page) {
    Found read = Found.in("a.csv", bytes("url,html\nhttp://a.example/1," + cell + "\n"));
    assertThat(read.words, contains("page " + page));
  }

  /** Dumps of databases write line ends as letters, and quote nothing. */
  @Test
  void aCellMayHaveItsLineEndsAsLetters() {
    String row = "http://a.example/1\t<p a=\"1\">\\n<p>x\\ty\\\\z\n";
    Found read = Found.in("a.tsv", bytes("url\thtml\n" + row + row));
    assertThat(
        read.words, contains("page <p a=\"1\">\n<p>x\ty\\z", "page <p a=\"1\">\n<p>x\ty\\z"));
    String code = "http://a.example/1\t<p>'\\d'<script>'\\n'</script>\n";
    assertThat(
        Found.in("a.tsv", bytes("url\thtml\n" + code)).words,
        contains("page <p>'\\d'<script>'\\n'</script>"));
  }

  /** The file is {@code <p>1..234...}, a dot being a zero, and its pieces are what is stored. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "GNU.sparse.size=12 GNU.sparse.numblocks=2 GNU.sparse.offset=0 GNU.sparse.numbytes=4"
            + " GNU.sparse.offset=6 GNU.sparse.numbytes=3 | ''",
        "GNU.sparse.size=12 GNU.sparse.name=a.html GNU.sparse.map=0,4,6,3 | ''",
        "GNU.sparse.major=1 GNU.sparse.minor=0 GNU.sparse.name=a.html GNU.sparse.realsize=12"
            + " | 2~0~4~6~3~",
      })
  void aSparseEntryOfATarHasItsZerosAgain(String records, String map) {
    StringBuilder told = new StringBuilder();
    for (String record : records.split(" ")) {
      told.append(record.length() + 4).append(' ').append(record).append('\n');
    }
    byte[] ahead = map.equals("''") ? new byte[0] : block(map.replace('~', '\n'));
    byte[] stored = join(ahead, bytes("<p>1234"));
    byte[] file =
        join(
            summed(header("x", 'x', told.length())),
            block(told.toString()),
            summed(header("a.html", '0', stored.length)),
            ahead,
            block("<p>1234"),
            summed(header("b.html", '0', 4)),
            block("<p>2"));
    Found found = Found.in("d.tar", file);
    assertThat(found.words, contains("page <p>1\0\0" + "234\0\0\0", "page <p>2"));
    assertThat(found.captures.get(0).getOrigin().getMember(), equalTo("a.html"));
  }

  @Test
  void aSparseEntryOfGnuTarTellsItsPiecesInItsHeader() {
    byte[] header = header("a.html", 'S', 7);
    int[] numbers = {0, 4, 6, 3};
    for (int i = 0; i < 4; i++) {
      octal(header, 386 + 12 * i, numbers[i]);
    }
    octal(header, 483, 12);
    byte[] next = join(summed(header("b.html", '0', 4)), block("<p>2"));
    assertThat(
        Found.in("d.tar", join(summed(header), block("<p>1234"), next)).words,
        contains("page <p>1\0\0" + "234\0\0\0", "page <p>2"));
    octal(header, 483, 2);
    Found broken = Found.in("d.tar", join(summed(header), block("<p>1234"), next));
    assertThat(broken.words, contains("reject CONTAINER_CORRUPT", "page <p>2"));
    assertThat(broken.rejections.get(0).getOrigin().getMember(), equalTo("a.html"));
  }

  @Test
  void whatFollowsAStreamOfBzip2IsAnotherOrNothing() throws IOException {
    byte[] file = join(bzip2("<html>1"), bzip2(" and 2"));
    assertThat(Found.in("a.bz2", file).words, contains("page <html>1 and 2"));
    assertThat(
        Found.in("a.bz2", join(file, bytes("<!-- x"))).words, contains("page <html>1 and 2"));
    assertThat(
        Found.in("a.bz2", join(file, bytes("BZh9x"))).words, contains("reject CONTAINER_CORRUPT"));
  }

  @Test
  void aDamagedLetterDoesNotTurnATable() {
    byte[] table = bytes("url,html\nhttp://a.example/1,<p>" + "灯塔".repeat(20) + "#\n");
    table[table.length - 2] = (byte) 0xc4;
    assertThat(Found.in("a.csv", table).words, contains("page <p>" + "灯塔".repeat(20) + "\uFFFD"));
  }

  @Test
  void aHoleInTextMakesNoPageOfIt() {
    byte[] text = join(bytes("From: a@a.example\n\n"), new byte[512], bytes("PCFET0N"));
    assertThat(messages(Found.in("a.mht", text)), contains("the file is text without markup"));
    byte[] list = bytes("see <http://a.example/1> or <a@a.example>\u0001" + "x".repeat(200));
    assertThat(messages(Found.in("a.eml", list)), contains("the file is text without markup"));
    assertThat(Found.in("a.html", bytes("1 <my-tag>2")).captures.size(), equalTo(1));
  }

  @Test
  void aFileOfZerosIsNamedAsSuch() throws IOException {
    String zeros = "the file is zeros and nothing else";
    assertThat(messages(Found.in("a.html", new byte[5000])), contains(zeros));
    assertThat(messages(Found.in("a.html.gz", Archive.gzip(new byte[5000]))), contains(zeros));
    byte[] hole = join(new byte[4000], bytes("some words"));
    assertThat(
        messages(Found.in("a.html", hole)),
        contains("the file is zeros, with little else between them"));
  }

  /** The row has more than one value where its page would be: none is all of it. */
  @Test
  void aListOfPiecesIsNoPage() {
    String row = "{\"url\":\"http://a.example/1\",\"html\":[\"<p>1\",\"<p>2\",\"<p>3\"]}";
    assertThat(Found.in("a.jl", bytes(row)).words, contains("reject NOT_HTML"));
  }

  @Test
  void anArchiveOfFoldersHoldsNothing() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "a/", "");
      put(zip, "a/b/", "");
    }
    byte[] folder = header("a/", '5', 0);
    assertThat(Found.in("a.zip", out.toByteArray()).words, contains("reject EMPTY"));
    assertThat(Found.in("a.tar", summed(folder)).words, contains("reject EMPTY"));
  }

  /** As a cut or a wrong copy leaves them; what comes behind the damage is whole. */
  @Test
  void anArchiveIsFoundThoughItsStartIsDamaged() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "1.html", "<p>1");
      put(zip, "2.html", "<p>2");
    }
    byte[] zip = out.toByteArray();
    byte[] damaged = zip.clone();
    damaged[1] = 0;
    String corrupt = "reject CONTAINER_CORRUPT";
    assertThat(Found.in("a.zip", damaged).words, contains(corrupt, "page <p>2"));
    assertThat(
        Found.in("a.zip", join(bytes("#!/bin/sh\nPK\3\4 unzip $0\n"), zip)).words,
        contains(corrupt, "page <p>1", "page <p>2"));
    assertThat(
        messages(Found.in("a.sh", join(bytes("#!/bin/sh\n"), zip))),
        contains("the file is a script"));

    byte[] first = summed(header("1.html", '0', 4));
    byte[] tar = join(first, block("<p>1"), summed(header("2.html", '0', 4)), block("<p>2"));
    assertThat(
        Found.in("a.tar", join(new byte[512], tar)).words, contains("page <p>1", "page <p>2"));
    tar[148] ^= 1;
    assertThat(Found.in("a.tar", tar).words, contains(corrupt, "page <p>2"));
    assertThat(Found.in("a.html", tar).words, contains(startsWith("page 1.html")));

    byte[] warc = join(gzip(page("<p>1")), gzip(page("<p>2")));
    byte[] arc = bytes("http://a.example/1 10.0.0.1 20040102030405 text/html 4\n<p>1\n");
    assertThat(
        Found.in("a.warc.gz", join(bytes("\0\1 junk\u001f"), warc)).words,
        contains("reject GZIP_CORRUPT", "page <p>1", "page <p>2"));
    assertThat(
        Found.in("a.arc.gz", join(bytes("junk"), gzip(arc))).words,
        contains("reject GZIP_CORRUPT", "page <p>1"));
    assertThat(
        Found.in("a.gz", join(bytes("\0\1 junk"), warc)).words,
        contains("reject GZIP_CORRUPT", "page <p>1", "page <p>2"));
    // Without such a name, it may be anything.
    assertThat(Found.in("a.dat", join(bytes("\0\1 junk"), warc)).captures.size(), equalTo(1));
  }

  /** ~ is a line's end, and ^ a byte order mark. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a.jsonl | <h1>x\",\"url\":\"http://a.example/0\"}~{\"html\":\"<p>1\"}~{\"html\":\"<p>2\"}~ | 1",
        "a.ndjson | ,\"html\":\"<p>\"}~{\"html\":\"<p>1\"}~{\"html\":\"<p>2\"} | 1",
        "a.json | {\"url\":\"x\",\"html\":\"<p>0~{\"html\":\"<p>1\"}~{\"html\":\"<p>2\"}~ | 1",
        "a.jl | ^{\"html\":\"<p>1\"}~^{\"html\":\"<p>2\"}~ | 0",
        // Not so in an array, whose first line ends within it as well.
        "a.json | {\"rows\":[~{\"html\":\"<p>1\"},~{\"html\":\"<p>2\"}]} | 0",
      })
  void aBrokenFirstRowCostsOnlyItself(String name, String rows, int broken) {
    Found read = Found.in(name, bytes(rows.replace('~', '\n').replace('^', '\uFEFF')));
    assertThat(read.words.subList(broken, read.words.size()), contains("page <p>1", "page <p>2"));
    assertThat(read.rejections.size(), equalTo(broken));
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, 0", "UTF-16BE, 0", "UTF-16LE, 1", "UTF-32LE, 1", "UTF-32BE, 1"})
  void wideTextIsATableThoughItHasNoMark(String charset, int mark) {
    for (String table :
        List.of(
            "{\"url\":\"http://a.example/1\",\"html\":\"<p>灯塔\"}\n",
            "url,html\r\nhttp://a.example/1,<p>灯塔\r\n")) {
      byte[] wide = ("\uFEFF".repeat(mark) + table).getBytes(Charset.forName(charset));
      assertThat(Found.in("a.txt", wide).words, contains("page <p>灯塔"));
    }
    byte[] page = "<html><p>灯塔".getBytes(StandardCharsets.UTF_16LE);
    assertThat(
        Found.in("a.html", page).captures.get(0).getPayload().remaining(), equalTo(page.length));
  }

  @Test
  void aZipMayFollowAnother() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String page : List.of("<p>1", "<p>2")) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(one)) {
        zip.setComment("PK");
        put(zip, page.substring(3) + ".html", page);
      }
      out.writeBytes(one.toByteArray());
    }
    byte[] both = out.toByteArray();
    assertThat(Found.in("a.zip", both).words, contains("page <p>1", "page <p>2"));
    byte[] cut = Arrays.copyOf(both, both.length - 30);
    assertThat(Found.in("a.zip", cut).words, contains("page <p>1", "page <p>2"));
  }

  @Test
  void anArchiveMayBeCompressedTwice() {
    byte[] warc = join(gzip(page("<p>1")), gzip(page("<p>2")));
    assertThat(Found.in("a.warc.gz", gzip(warc)).words, contains("page <p>1", "page <p>2"));
  }

  @ParameterizedTest
  @CsvSource({
    "text/html",
    "text/html; charset=utf-8",
    "200 - - 1 a.arc",
    "text/html 200 - - 1 a.arc"
  })
  void aRecordOfArcMayHaveAMediaTypeOfSeveralWords(String type) {
    String url = "http://a.example/1 2.html";
    String content = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>1";
    String record =
        url + " 10.0.0.1 20040102030405 " + type + " " + content.length() + "\n" + content + "\n";
    Found read = Found.in("a.arc", bytes(record + record));
    assertThat(read.words, contains("page <p>1", "page <p>1"));
    assertThat(read.captures.get(1).getUrl(), equalTo("http://a.example/1%202.html"));
  }

  /** Apple's Mail puts a length ahead of a message, and what it knows of it behind. */
  @Test
  void aMessageMayStandBetweenItsLengthAndItsProperties() {
    String mail = "From: a@a.example\nSubject: x\nContent-Type: text/html\n\n<html><p>1";
    String file = mail.length() + "   \n" + mail + "<?xml version=\"1.0\"?><plist></plist>\n";
    assertThat(Found.in("1.emlx", bytes(file)).words, contains("page <html><p>1"));
  }

  /** A recording of Fiddler's starts as an office document does. */
  @Test
  void theAnswersInARecordingOfFiddlersAreRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "[Content_Types].xml", "<Types/>");
      put(zip, "raw/1_c.txt", "GET http://a.example/1 HTTP/1.1\r\n\r\n");
      put(zip, "raw/1_s.txt", "HTTP/1.1 200 OK\r\n\r\n<html>1");
    }
    assertThat(
        Found.in("a.saz", out.toByteArray()).words,
        contains("skip data", "skip data", "page <html>1"));
  }

  /** The header of an entry of a tar, without its checksum. */
  private static byte[] header(String name, char type, int size) {
    byte[] header = Arrays.copyOf(bytes(name), 512);
    octal(header, 124, size);
    header[156] = (byte) type;
    return header;
  }

  private static void octal(byte[] header, int at, long number) {
    System.arraycopy(bytes(String.format(Locale.ROOT, "%011o", number)), 0, header, at, 11);
  }

  private static byte[] summed(byte[] header) {
    Arrays.fill(header, 148, 156, (byte) ' ');
    long sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    System.arraycopy(bytes(String.format(Locale.ROOT, "%06o\0", sum)), 0, header, 148, 7);
    return header;
  }

  /** Content, filled up to a block. */
  private static byte[] block(String content) {
    return Arrays.copyOf(bytes(content), 512 * ((content.length() + 511) / 512));
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static byte[] bzip2(String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream bzip2 = new BZip2CompressorOutputStream(out)) {
      bzip2.write(bytes(content));
    }
    return out.toByteArray();
  }

  private static List<String> messages(Found found) {
    assertThat(found.captures, equalTo(List.of()));
    return found.rejections.stream().map(rejection -> rejection.getMessage()).toList();
  }
}
