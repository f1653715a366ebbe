package dev.newsfold.sample;

import dev.newsfold.records.Relation;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the article of any page that has one: originals, copies, later states of either. */
final class ArticleMaker {

  private static final double KEEPS_HEADLINE = 0.2;
  private static final double HAS_ORIGINAL_HEADLINE = 0.35;
  private static final double SECOND_HEADLINE_EDIT = 0.4;
  private static final double CHANGED_AT_RECAPTURE = 0.5;

  private static final Set<Edit> ORIGINAL_EDITS =
      EnumSet.of(Edit.ORIGINAL_SAME, Edit.ORIGINAL_LIGHTLY_EDITED, Edit.ORIGINAL_REWRITTEN);
  private static final List<Edit> IN_PLACE =
      List.of(
          Edit.HEADLINE_TOUCHED,
          Edit.HEADLINE_PARTLY_REWRITTEN,
          Edit.HEADLINE_REWRITTEN,
          Edit.HEADLINE_SHORTENED,
          Edit.HEADLINE_EXTENDED,
          Edit.HEADLINE_PUNCTUATED,
          Edit.PARAGRAPH_ADDED,
          Edit.SENTENCE_DROPPED);

  private final long seed;
  private final Plan plan;
  private final Newsroom newsroom;

  ArticleMaker(SampleOptions options, Plan plan, Newsroom newsroom) {
    this.seed = options.seed();
    this.plan = plan;
    this.newsroom = newsroom;
  }

  /** The article of this page; the page must have one. */
  Print print(long number) {
    return switch (plan.role(number)) {
      case COPY -> copy(number);
      case RECAPTURE -> later(number);
      default -> original(number);
    };
  }

  private Print original(long number) {
    Opening opening = newsroom.opening(number);
    boolean undated = plan.role(number) == Role.UNDATED;
    Story story = newsroom.story(opening);
    // A dateline would give away the day.
    Dateline dateline = undated ? null : story.dateline();
    @Nullable OffsetDateTime time = undated ? null : opening.time();
    Piece piece =
        new Piece(
            opening.outlet().url(number, opening.section(), time),
            opening.outlet(),
            opening.headline(),
            withDateline(story.paragraphs(), dateline),
            time,
            opening.sectionLabel(),
            story.source(),
            story.byline(),
            undated ? List.of() : story.reporters(),
            story.editors(),
            null,
            dateline,
            story.agencies(),
            story.topic(),
            story.summary());
    return new Print(inScript(piece), List.of(), Relation.ORIGINAL);
  }

  private Print copy(long number) {
    Opening opening = newsroom.opening(plan.original(number));
    Language language = opening.outlet().language();
    Story story = newsroom.story(opening);
    Dice dice = Dice.of(seed, number, Dice.Purpose.COPY);
    Outlet outlet = otherOutlet(opening.outlet(), dice);
    Telling telling = opening.telling().goOn(dice);
    Dateline dateline = story.dateline();
    @Nullable Edit bodyEdit = CopyPlan.bodyEdit(opening, dateline, dice);
    List<Edit> edits = new ArrayList<>();
    if (bodyEdit != null) {
      edits.add(bodyEdit);
    }
    List<String> text = story.paragraphs();
    boolean keepsReporters = true;
    if (bodyEdit == Edit.DATELINE_DROPPED) {
      dateline = null;
      keepsReporters = false;
    } else if (bodyEdit == Edit.DATELINE_ADDED || bodyEdit == Edit.OPENER_ON_BRIEF) {
      dateline = Datelines.added(opening, telling);
    } else if (bodyEdit == Edit.ABRIDGED) {
      text = BodyEdits.abridged(text, dice);
    } else if (bodyEdit == Edit.LATE_REPOST) {
      text = BodyEdits.sentenceDropped(text, language, dice);
    } else if (bodyEdit == Edit.BODY_MISSING) {
      dateline = null;
      keepsReporters = false;
    }
    List<String> paragraphs = withDateline(text, dateline);
    String headline = editedHeadline(opening, telling, outlet, bodyEdit, edits);
    OffsetDateTime time = CopyPlan.time(opening.time(), bodyEdit, outlet.zone(), dice);
    boolean tellsOriginal = edits.stream().anyMatch(ORIGINAL_EDITS::contains);
    if (bodyEdit == Edit.BODY_MISSING) {
      paragraphs = List.of();
    }
    Piece piece =
        new Piece(
            outlet.url(number, opening.section(), time),
            outlet,
            headline,
            paragraphs,
            time,
            opening.sectionLabel(),
            story.source() == null ? opening.outlet().name() : story.source(),
            List.of(),
            keepsReporters ? story.reporters() : List.of(),
            bodyEdit == Edit.BODY_MISSING ? List.of() : story.editors(),
            tellsOriginal ? opening.headline() : null,
            dateline,
            bodyEdit == Edit.BODY_MISSING
                ? List.of()
                : Agencies.quotedIn(paragraphs, story.agencies()),
            null,
            bodyEdit == Edit.BODY_MISSING ? null : story.summary());
    if (outlet.language() == Language.TRADITIONAL && language == Language.CHINESE) {
      edits.add(Edit.TRADITIONAL_SCRIPT);
    }
    if (outlet.design() instanceof DivPortal && headline.indexOf('"') >= 0) {
      edits.add(Edit.OG_TITLE_CUT);
    }
    return new Print(inScript(piece), edits, CopyPlan.relation(bodyEdit));
  }

  private String editedHeadline(
      Opening opening, Telling telling, Outlet outlet, @Nullable Edit bodyEdit, List<Edit> edits) {
    Dice dice = telling.dice();
    String headline = opening.headline();
    if (dice.chance(KEEPS_HEADLINE)) {
      return headline;
    }
    boolean bound = bodyEdit == Edit.ABRIDGED || bodyEdit == Edit.BODY_MISSING;
    boolean namesOriginal = outlet.design().shows().contains(Piece.Shown.ORIGINAL_HEADLINE);
    if (namesOriginal && !bound && opening.column() == null && dice.chance(HAS_ORIGINAL_HEADLINE)) {
      Edit edit = dice.pick(List.copyOf(ORIGINAL_EDITS));
      edits.add(edit);
      if (edit == Edit.ORIGINAL_REWRITTEN) {
        String other = HeadlineEdits.apply(edit, headline, opening, telling);
        return other == null ? headline : other;
      }
      if (edit == Edit.ORIGINAL_SAME) {
        return headline;
      }
    }
    boolean harmless = bound || opening.column() != null;
    headline = HeadlineEdits.once(headline, opening, telling, harmless, edits);
    return dice.chance(SECOND_HEADLINE_EDIT)
        ? HeadlineEdits.once(headline, opening, telling, harmless, edits)
        : headline;
  }

  /** The recaptured article: as it was, or changed in place. */
  private Print later(long number) {
    long target = plan.recaptured(number);
    Print before = print(target);
    Dice dice = Dice.of(seed, number, Dice.Purpose.RECAPTURE);
    Piece piece = before.piece();
    if (!dice.chance(CHANGED_AT_RECAPTURE) || piece.paragraphs().size() < 2) {
      return before;
    }
    Opening opening = newsroom.opening(plan.story(target));
    if (opening.column() != null || piece.outlet().language() == Language.TRADITIONAL) {
      return before;
    }
    Language language = piece.outlet().language();
    Telling telling = opening.telling().goOn(dice);
    List<Edit> edits = new ArrayList<>(before.edits());
    Edit edit = dice.pick(IN_PLACE);
    edits.add(edit);
    Piece changed =
        switch (edit) {
          case PARAGRAPH_ADDED ->
              piece.withParagraphs(BodyEdits.paragraphAdded(piece.paragraphs(), language, telling));
          case SENTENCE_DROPPED ->
              piece.withParagraphs(BodyEdits.sentenceDropped(piece.paragraphs(), language, dice));
          default -> {
            String headline = HeadlineEdits.apply(edit, piece.headline(), opening, telling);
            yield headline == null ? piece : piece.withHeadline(headline);
          }
        };
    return new Print(changed, edits, before.relation());
  }

  private static Outlet otherOutlet(Outlet original, Dice dice) {
    List<Outlet> outlets =
        original.language() == Language.ENGLISH ? Outlets.ENGLISH_OUTLETS : Outlets.CHINESE_OUTLETS;
    Outlet outlet = dice.pick(outlets);
    while (outlet.equals(original)) {
      outlet = dice.pick(outlets);
    }
    return outlet;
  }

  private static List<String> withDateline(List<String> paragraphs, @Nullable Dateline dateline) {
    if (dateline == null) {
      return paragraphs;
    }
    List<String> opened = new ArrayList<>(paragraphs);
    opened.set(0, dateline.text() + dateline.joint() + opened.get(0));
    return opened;
  }

  private static Piece inScript(Piece piece) {
    return piece.outlet().language() == Language.TRADITIONAL ? Traditional.of(piece) : piece;
  }
}
