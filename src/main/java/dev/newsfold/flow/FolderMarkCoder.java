package dev.newsfold.flow;

import dev.newsfold.captures.FolderWatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.jspecify.annotations.Nullable;

/** The marks of a watched folder, path by path. */
final class FolderMarkCoder extends AtomicCoder<WatchFolder.Marks> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final Coder<@Nullable String> OPTIONAL_STRING = NullableCoder.of(STRING);
  private static final VarLongCoder LONG = VarLongCoder.of();

  @Override
  public void encode(WatchFolder.Marks value, OutputStream out) throws IOException {
    VarIntCoder.of().encode(value.marks().size(), out);
    for (Map.Entry<String, FolderWatch.Mark> entry : new TreeMap<>(value.marks()).entrySet()) {
      FolderWatch.Mark mark = entry.getValue();
      STRING.encode(entry.getKey(), out);
      LONG.encode(mark.size(), out);
      LONG.encode(mark.changed(), out);
      LONG.encode(mark.since(), out);
      BooleanCoder.of().encode(mark.read(), out);
      OPTIONAL_STRING.encode(mark.digest(), out);
    }
  }

  @Override
  public WatchFolder.Marks decode(InputStream in) throws IOException {
    Map<String, FolderWatch.Mark> marks = new TreeMap<>();
    for (int left = VarIntCoder.of().decode(in); left > 0; left--) {
      marks.put(
          STRING.decode(in),
          new FolderWatch.Mark(
              LONG.decode(in),
              LONG.decode(in),
              LONG.decode(in),
              BooleanCoder.of().decode(in),
              OPTIONAL_STRING.decode(in)));
    }
    return new WatchFolder.Marks(marks);
  }
}
