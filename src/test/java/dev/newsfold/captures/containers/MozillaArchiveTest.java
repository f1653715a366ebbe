package dev.newsfold.captures.containers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.records.Capture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MozillaArchiveTest {
  private static final String SAVED = " 2021-02-03T04:05:06Z text/html; charset=GBK";

  /** Of the entries, their names: what an index.rdf tells is of the folder that it is in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/index.html 1/index_files/s.css 1/index.rdf | http://a.example/1?a&b",
        "1/index.rdf 1/index.html | http://a.example/1?a&b",
        "1/index_files/s.css 1/index.html 1/INDEX.RDF | http://a.example/1?a&b",
        "index.html index.rdf | http://a.example/?a&b",
        "1/index.html 2/index.html 2/index.rdf | file:d.maff/1/index.html,http://a.example/2?a&b",
        "1/index.html 1/index.rdf 2/index.rdf 2/index.xhtml"
            + "| http://a.example/1?a&b,http://a.example/2?a&b",
        // What a page shows in a frame is not the page.
        "1/index.html 1/index_files/f.html 1/index.rdf"
            + "| file:d.maff/1/index_files/f.html,http://a.example/1?a&b",
        "1/index_files/index.html 1/index.html 1/index.rdf"
            + "| file:d.maff/1/index_files/index.html,http://a.example/1?a&b",
      })
  void aPageHasTheAddressAndTheTimeThatStandBesideIt(String entries, String urls)
      throws IOException {
    Found read = Found.in("d.maff", archive(entries.split(" ")));
    List<String> found = read.captures.stream().map(MozillaArchiveTest::words).toList();
    assertThat(found, equalTo(List.of(urls.split(",")).stream().map(this::known).toList()));
    assertThat(read.facts().captures(), equalTo((long) entries.split(" ").length));
  }

  private String known(String url) {
    return url.startsWith("file:") ? url + " null null" : url + SAVED;
  }

  private static String words(Capture page) {
    return page.getUrl() + " " + page.getCapturedAt() + " " + page.getContentType();
  }

  private static byte[] archive(String... entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        String folder = entry.substring(0, entry.lastIndexOf('/') + 1).replace("/", "");
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(content(entry, folder).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static String content(String entry, String folder) {
    if (entry.endsWith(".css")) {
      return "p { color: red }";
    }
    if (!entry.toLowerCase(Locale.ROOT).endsWith(".rdf")) {
      return "<html><p>" + folder;
    }
    return "<?xml version=\"1.0\"?>\n<RDF:RDF><RDF:Description RDF:about=\"urn:root\">\n"
        + "<MAF:originalurl RDF:resource=\"http://a.example/"
        + folder
        + "?a&amp;b\"/>\n<MAF:archivetime RDF:resource=\"Wed, 03 Feb 2021 05:05:06 +0100\"/>\n"
        + "<MAF:charset RDF:resource=\"GBK\"/></RDF:Description></RDF:RDF>\n";
  }
}
