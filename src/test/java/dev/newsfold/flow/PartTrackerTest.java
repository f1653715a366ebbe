package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.containers.FilePart;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.ArchivePart;
import dev.newsfold.captures.warc.RecordStart;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.transforms.splittabledofn.SplitResult;
import org.junit.jupiter.api.Test;

/** Ranges of records are split so that each record is in one of them. */
class PartTrackerTest {
  private static final PartRange RANGE = new PartRange(at(100), 100, 200);

  @Test
  void aRangeThatIsStoppedGoesOnBehindTheRecordClaimedLast() {
    PartTracker tracker = new PartTracker(RANGE);
    claim(tracker, 100);
    claim(tracker, 150);
    SplitResult<PartRange> split = split(tracker, 0);
    assertThat(split.getPrimary(), equalTo(new PartRange(at(100), 100, 151)));
    assertThat(split.getResidual(), equalTo(new PartRange(at(150), 151, 200)));
    tracker.checkDone();
  }

  @Test
  void aRangeThatIsSplitFurtherOnIsReadFromTheRecordClaimedLast() {
    PartTracker tracker = new PartTracker(RANGE);
    claim(tracker, 139);
    SplitResult<PartRange> split = split(tracker, 0.5);
    assertThat(split.getResidual(), equalTo(new PartRange(at(139), 170, 200)));
    assertThrows(IllegalStateException.class, tracker::checkDone);
    claim(tracker, 180);
    tracker.checkDone();
    assertThat(tracker.trySplit(0), is(nullValue()));
  }

  @Test
  void aRangeOfWhichNothingIsClaimedIsSplitOffWhole() {
    PartTracker tracker = new PartTracker(new PartRange(at(100), 120, 200));
    assertThat(split(tracker, 0).getResidual(), equalTo(new PartRange(at(100), 120, 200)));
    tracker.checkDone();
  }

  /** Runners stop reading after a second, which behind a long record is too early each time. */
  @Test
  void aRangeWhoseFirstRecordIsNotReachedYetIsNotStopped() {
    PartTracker tracker = new PartTracker(new PartRange(at(100), 120, 200));
    boolean unused = tracker.tryClaim(PartTracker.BEGIN);
    claim(tracker, 100);
    assertThat(tracker.trySplit(0), is(nullValue()));
    claim(tracker, 150);
    assertThat(split(tracker, 0).getResidual(), equalTo(new PartRange(at(150), 151, 200)));
  }

  @Test
  void theLastRangeOfAFileIsSplitOffAtOnceOrNotAtAll() {
    PartTracker tracker = new PartTracker(new PartRange(at(0), 0, Long.MAX_VALUE));
    claim(tracker, 10);
    assertThat(tracker.trySplit(0.5), is(nullValue()));
    assertThat(split(tracker, 0).getResidual(), equalTo(new PartRange(at(10), 11, Long.MAX_VALUE)));
  }

  @Test
  void partsAndRangesTravelAsTheyAre() throws Exception {
    ArchiveFormat format = new ArchiveFormat(false, true);
    InputFileRef file = new InputFileRef("file:/a", "a");
    FilePart part =
        new FilePart(
            file,
            new ArchivePart(
                format,
                new RecordStart(1, 2, 3),
                4,
                List.of(5L, 6L),
                List.of(8L),
                List.of(7L),
                true));
    CoderProperties.coderDecodeEncodeEqual(new FilePartCoder(), part);
    CoderProperties.coderDecodeEncodeEqual(new FilePartCoder(), new FilePart(file, null));
    CoderProperties.coderDecodeEncodeEqual(new PartRange.RangeCoder(), RANGE);
  }

  private static SplitResult<PartRange> split(PartTracker tracker, double fraction) {
    return Objects.requireNonNull(tracker.trySplit(fraction));
  }

  private static void claim(PartTracker tracker, long offset) {
    assertThat(tracker.tryClaim(at(offset)), is(true));
  }

  private static RecordStart at(long offset) {
    return new RecordStart(offset, 0, 0);
  }
}
