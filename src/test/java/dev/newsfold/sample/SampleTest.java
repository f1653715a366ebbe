package dev.newsfold.sample;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.records.Relation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class SampleTest {

  private static final int PAGES = 2000;
  private static final List<SamplePage> SAMPLE = pages(PAGES, 7);

  private static List<SamplePage> pages(int count, long seed) {
    List<SamplePage> pages = new ArrayList<>();
    new Sample(new SampleOptions(count, seed)).pages().forEachRemaining(pages::add);
    return pages;
  }

  private static Stream<SamplePage> articles() {
    return SAMPLE.stream().filter(page -> page.truth().piece() != null);
  }

  private static Piece piece(SamplePage page) {
    Piece piece = page.truth().piece();
    if (piece == null) {
      throw new AssertionError("page " + page.number() + " has no article");
    }
    return piece;
  }

  /** The page as text, by the encoding its truth names. */
  private static String text(SamplePage page) {
    return new String(
        page.body(), Charset.forName(page.truth().charset().replace("ascii", "utf-8")));
  }

  @Test
  void aPageDependsOnItsNumberAndTheSeedAlone() {
    Sample other = new Sample(new SampleOptions(5_000_000, 7));
    for (int number = PAGES - 1; number >= 0; number -= 37) {
      SamplePage page = other.page(number);
      SamplePage before = SAMPLE.get(number);
      assertThat(page.url(), is(before.url()));
      assertThat(page.capturedAt(), is(before.capturedAt()));
      assertThat(Arrays.equals(page.body(), before.body()), is(true));
    }
  }

  @Test
  void anotherSeedTellsOtherStories() {
    Set<String> headlines =
        articles().map(page -> piece(page).headline()).collect(Collectors.toSet());
    List<SamplePage> others = pages(200, 8);
    long shared =
        others.stream()
            .filter(page -> page.truth().piece() != null)
            .filter(page -> headlines.contains(piece(page).headline()))
            .count();
    assertThat(shared, lessThanOrEqualTo(2L));
  }

  @Test
  void pagesAreMadeOnlyWhenAskedFor() {
    Iterator<SamplePage> endless = new Sample(new SampleOptions(Long.MAX_VALUE, 7)).pages();
    assertThat(endless.next().number(), is(0L));
    assertThat(endless.next().number(), is(1L));
  }

  @Test
  void aPageFarAwayIsAsGoodAsAnyOther() {
    SamplePage page = new Sample(new SampleOptions(1, 7)).page(3_000_000_000L);
    assertThat(page.body().length, greaterThanOrEqualTo(0));
    assertThat(page.truth().story(), greaterThan(2_999_998_000L));
  }

  @Test
  void everyRoleDesignFlawAndLabellingOccurs() {
    assertThat(all(truth -> List.of(truth.role())), is(Set.of(Role.values())));
    assertThat(
        all(truth -> List.of(truth.design())),
        hasItems(
            "ticker-portal",
            "nested-tables",
            "div-portal",
            "linked-data",
            "app-page",
            "wire-service",
            "government",
            "english-paper",
            "english-wire",
            "island-paper",
            "feed-blog"));
    assertThat(
        all(truth -> List.of(String.valueOf(truth.flaw()))),
        hasItems(Arrays.stream(Flaw.values()).map(Flaw::label).toArray(String[]::new)));
    assertThat(
        all(truth -> List.of(truth.labelling())),
        is(Set.of("right", "header-only", "absent", "wrong", "wrong-header")));
    assertThat(
        all(truth -> List.of(truth.charset())),
        is(Set.of("utf-8", "gb18030", "big5", "windows-1252", "ascii")));
  }

  @Test
  void everyEditAndRelationOccurs() {
    Set<String> edits = new HashSet<>(all(Truth::edits));
    List<String> missing =
        Arrays.stream(Edit.values()).map(Edit::label).filter(e -> !edits.contains(e)).toList();
    assertThat(missing, is(empty()));
    assertThat(all(truth -> List.of(truth.relation())), is(Set.of(Relation.values())));
  }

  private static <T> Set<T> all(java.util.function.Function<Truth, List<T>> of) {
    return SAMPLE.stream()
        .flatMap(page -> of.apply(page.truth()).stream())
        .collect(Collectors.toSet());
  }

  @Test
  void thePageHoldsWhatItsTruthSays() {
    articles()
        .filter(page -> page.truth().flaw() == null)
        .forEach(
            page -> {
              String html = text(page);
              Piece piece = piece(page);
              assertThat(html, containsString(Html.escape(piece.headline())));
              for (String paragraph : piece.paragraphs()) {
                assertThat(html, containsString(Html.escape(paragraph)));
              }
              for (String name : piece.authors()) {
                assertThat(html, containsString(name));
              }
              for (String editor : piece.editors()) {
                assertThat(html, containsString(editor));
              }
              assertThat(
                  Agencies.quotedIn(piece.paragraphs(), piece.agencies()), is(piece.agencies()));
              for (String value : Arrays.asList(piece.source(), piece.originalHeadline())) {
                assertThat(
                    html, value == null ? not(nullValue()) : containsString(Html.escape(value)));
              }
              Dateline dateline = piece.dateline();
              if (dateline != null) {
                assertThat(piece.body().indexOf(dateline.text()), is(0));
              }
            });
  }

  @Test
  void anUndatedPageTellsNoDate() {
    SAMPLE.stream()
        .filter(page -> page.truth().role() == Role.UNDATED)
        .forEach(
            page -> {
              assertThat(piece(page).published(), is(nullValue()));
              String ownText = text(page).replaceAll("<a [^>]*>", "");
              assertThat(ownText, not(containsString("2025-0")));
              assertThat(ownText, not(containsString("2025年")));
            });
  }

  @Test
  void aCaptureComesAfterThePublicationAndARecaptureAfterTheCapture() {
    for (SamplePage page : SAMPLE) {
      Piece piece = page.truth().piece();
      if (piece != null && piece.published() != null) {
        assertThat(page.capturedAt(), greaterThan(piece.published().toInstant()));
      }
      Long before = page.truth().recaptureOf();
      if (before != null) {
        SamplePage target = SAMPLE.get(before.intValue());
        assertThat(page.url(), is(target.url()));
        assertThat(page.capturedAt(), greaterThan(target.capturedAt()));
        assertThat(page.truth().story(), is(target.truth().story()));
      }
    }
  }

  @Test
  void everyPageHasAPathOfItsOwnAndFoldersStaySmall() {
    Map<String, Integer> folders = new HashMap<>();
    Set<String> paths = new HashSet<>();
    for (SamplePage page : SAMPLE) {
      assertThat(paths.add(page.path()), is(true));
      folders.merge(page.path().substring(0, page.path().lastIndexOf('/')), 1, Integer::sum);
    }
    assertThat(folders.values(), everyItem(lessThanOrEqualTo(100)));
  }

  @Test
  void aThirdOrSoOfThePagesAreCopies() {
    long copies = count(page -> page.truth().role() == Role.COPY);
    assertThat((double) copies / PAGES, greaterThan(0.25));
    assertThat((double) copies / PAGES, lessThanOrEqualTo(0.35));
  }

  @Test
  void textsHaveTheLengthOfNews() {
    List<Integer> lengths =
        articles()
            .filter(page -> page.truth().role() == Role.ORIGINAL)
            .map(page -> piece(page).body().length())
            .toList();
    assertThat(lengths, everyItem(lessThanOrEqualTo(4500)));
    long shorter = lengths.stream().filter(length -> length < 120).count();
    assertThat((double) shorter / lengths.size(), lessThanOrEqualTo(0.1));
  }

  @Test
  void noWordOfTheGrammarIsLeftUntold() {
    articles()
        .forEach(
            page -> {
              assertThat(piece(page).body(), not(containsString("{")));
              assertThat(piece(page).headline(), not(containsString("}")));
            });
  }

  @Test
  void aScriptInAHeadlineIsText() {
    List<SamplePage> pages =
        SAMPLE.stream().filter(page -> "script-in-headline".equals(page.truth().flaw())).toList();
    assertThat(pages, is(not(empty())));
    for (SamplePage page : pages) {
      assertThat(piece(page).headline(), containsString("<script>"));
      assertThat(text(page), containsString("&lt;script&gt;"));
    }
  }

  @Test
  void aCutPageKeepsTheTextBeforeTheCut() {
    List<SamplePage> cut =
        SAMPLE.stream().filter(page -> "cut".equals(page.truth().flaw())).toList();
    assertThat(cut, is(not(empty())));
    for (SamplePage page : cut) {
      List<String> paragraphs = piece(page).paragraphs();
      String last = Html.escape(paragraphs.get(paragraphs.size() - 1));
      assertThat(text(page).replace("\uFFFD", "").strip().endsWith(last.strip()), equalTo(true));
      assertThat(text(page), not(containsString("</body>")));
    }
  }

  private static long count(Predicate<SamplePage> wanted) {
    return SAMPLE.stream().filter(wanted).count();
  }

  @Test
  void paddedPagesAreHeavierAndSayTheSame() {
    SampleOptions options = new SampleOptions(60, 5);
    Sample plain = new Sample(options);
    Sample padded = new Sample(options.withPageBytes(40_000));
    int heavier = 0;
    for (long number = 0; number < 60; number++) {
      byte[] before = plain.page(number).body();
      byte[] after = padded.page(number).body();
      heavier += after.length > before.length ? 1 : 0;
      assertThat(after.length < 41_000 || after.length == before.length, is(true));
      assertThat(
          Jsoup.parse(new String(after, StandardCharsets.ISO_8859_1), "").text(),
          is(Jsoup.parse(new String(before, StandardCharsets.ISO_8859_1), "").text()));
    }
    assertThat(heavier > 50, is(true));
  }
}
