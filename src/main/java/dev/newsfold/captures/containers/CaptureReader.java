package dev.newsfold.captures.containers;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.MeasuredInput;
import dev.newsfold.captures.Place;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import java.io.IOException;

/**
 * Reads the captures out of a file: a page, an archive of any kind, a table of pages, compressed or
 * not. The bytes tell which it is; the name helps only where they do not.
 *
 * <p>Bad input never throws: it ends as a rejection. Memory stays within a few times the largest
 * page, whatever the size of the file. Thread-safe.
 */
public final class CaptureReader {
  private final ReadLimits limits;
  private final InputOpener opener;
  private final RowFields fields;

  public CaptureReader(ReadLimits limits, InputOpener opener) {
    this.limits = limits;
    this.opener = opener;
    this.fields = RowFields.of(limits.rows());
  }

  /** Reads one file, and hands each of its records to exactly one method of {@code out}. */
  public FileFacts read(InputFileRef ref, CaptureOutput out) {
    Counting counted = new Counting(ref.path(), out);
    Place place = Place.of(ref.path());
    try (MeasuredInput file =
        new MeasuredInput(opener.open(ref.location()), limits.maxFileBytes())) {
      new Reading(limits, fields, counted, file).read(place);
      return file.finish(counted.count);
    } catch (MeasuredInput.TooLarge e) {
      counted.reject(place.rejection(Reason.TOO_LARGE, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      counted.reject(place.rejection(Reason.IO_UNREADABLE, e.toString()));
    }
    return new FileFacts(null, null, counted.count);
  }

  /** Counts what is handed on of this file: what comes with an origin elsewhere counts there. */
  private static final class Counting implements CaptureOutput {
    private final String path;
    private final CaptureOutput out;
    private long count;

    Counting(String path, CaptureOutput out) {
      this.path = path;
      this.out = out;
    }

    @Override
    public void capture(Capture capture) {
      count(capture.getOrigin());
      out.capture(capture);
    }

    @Override
    public void reject(Rejection rejection) {
      count(rejection.getOrigin());
      out.reject(rejection);
    }

    @Override
    public void skip(SkipKind kind) {
      count++;
      out.skip(kind);
    }

    private void count(Origin origin) {
      count += origin.getFile().equals(path) ? 1 : 0;
    }
  }
}
