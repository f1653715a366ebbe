package dev.newsfold.sample;

import dev.newsfold.records.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader should make of a page.
 *
 * @param role what the page is in the sample
 * @param expect {@code article}, {@code reject:NOT_ARTICLE} and the like, or {@code skip:redirect}
 * @param also outcomes as good as the expected one
 * @param design the layout's name
 * @param flaw what is wrong with a broken or hostile page, if anything
 * @param edits what was done to the original, by label
 * @param piece the article as the page shows it; null where there is none. Lost bytes are left out
 *     of its text, where a reader may put U+FFFD.
 * @param charset what the bytes are, by its WHATWG name; {@code ascii} where that says nothing
 * @param labelling whether the page says so: right, header-only, absent, wrong, wrong-header
 * @param story the page that first printed the story: pages of one story are cross-posts
 * @param relation how it relates to the original; ORIGINAL for a page without an article
 * @param recaptureOf the page whose address this capture is of, if it is not the first
 * @param sightings headlines listed on the page
 */
public record Truth(
    Role role,
    String expect,
    List<String> also,
    String design,
    @Nullable String flaw,
    List<String> edits,
    @Nullable Piece piece,
    String charset,
    String labelling,
    long story,
    Relation relation,
    @Nullable Long recaptureOf,
    int sightings) {

  public static final String ARTICLE = "article";
  public static final String NOT_ARTICLE = "reject:NOT_ARTICLE";
  public static final String NOT_HTML = "reject:NOT_HTML";
  public static final String EMPTY = "reject:EMPTY";
  public static final String TOO_COMPLEX = "reject:TOO_COMPLEX";
}
