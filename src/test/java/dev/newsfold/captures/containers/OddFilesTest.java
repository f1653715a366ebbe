package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.gzip;
import static dev.newsfold.captures.containers.Archive.join;
import static dev.newsfold.captures.containers.Archive.page;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
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
        "a.flow | 2000:9:websocket;0:~8:response;900:<html><h1>x</h1>"
            + "| the file is a recording of mitmproxy",
      })
  void aFileOfTextIsNamedByItsForm(String name, String content, String what) {
    assertThat(messages(Found.in(name, bytes(content))), contains(what));
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
        // The line by which Excel is told the separator.
        "a.csv | sep=;~url;html~http://a.example/1;<html>1~http://a.example/2;<html>2~",
      })
  void rowsMayBeMarkedInOddWays(String name, String content) {
    Found read = Found.in(name, bytes(content.replace('~', '\n').replace('^', '\u001e')));
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
        contains("skip data", "skip data", "page HTTP/1.1 200 OK\r\n\r\n<html>1"));
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
