package dev.newsfold.flow;

import dev.newsfold.aggregate.PublishCalendar;
import java.util.Objects;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.PartitioningWindowFn;
import org.apache.beam.sdk.transforms.windowing.WindowFn;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/** Assigns elements to the calendar windows of their event time, the publish time. */
public final class PublishWindows extends PartitioningWindowFn<Object, IntervalWindow> {
  private final PublishCalendar calendar;

  private PublishWindows(PublishCalendar calendar) {
    this.calendar = calendar;
  }

  /** The windows of {@code calendar}. */
  public static PublishWindows of(PublishCalendar calendar) {
    return new PublishWindows(calendar);
  }

  @Override
  public IntervalWindow assignWindow(Instant timestamp) {
    PublishCalendar.Span span = calendar.spanOf(Times.toJava(timestamp));
    return new IntervalWindow(Times.toJoda(span.start()), Times.toJoda(span.end()));
  }

  @Override
  public boolean isCompatible(WindowFn<?, ?> other) {
    return equals(other);
  }

  @Override
  public Coder<IntervalWindow> windowCoder() {
    return IntervalWindow.getCoder();
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder
        .add(DisplayData.item("zone", calendar.zone().getId()))
        .add(DisplayData.item("length", calendar.length().iso()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PublishWindows that && calendar.equals(that.calendar);
  }

  @Override
  public int hashCode() {
    return Objects.hash(calendar);
  }
}
