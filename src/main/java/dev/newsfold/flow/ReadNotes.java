package dev.newsfold.flow;

import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Rejection;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.transforms.join.UnionCoder;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;

/**
 * What reading tells beside captures, all in one output. Flink hands each element of a step on to
 * every output of it, to be thrown away there if it is for another: four outputs of their own would
 * be four copies of each page.
 */
final class ReadNotes {
  static final TupleTag<RawUnionValue> NOTES = new TupleTag<>("notes") {};

  private static final int ENTRY = 0;
  private static final int REJECTION = 1;
  private static final int CLUES = 2;

  private static final RecordCoder<InputFile> ENTRIES = RecordCoder.of(InputFile.class);
  private static final RecordCoder<Rejection> REJECTIONS = RecordCoder.of(Rejection.class);
  private static final KvCoder<String, FileClues> NAMES =
      KvCoder.of(StringUtf8Coder.of(), new FileCluesCoder());

  static final UnionCoder CODER = UnionCoder.of(List.of(ENTRIES, REJECTIONS, NAMES));

  private ReadNotes() {}

  static void enter(InputFile entry, DoFn.MultiOutputReceiver out) {
    out.get(NOTES).output(new RawUnionValue(ENTRY, entry));
  }

  static void reject(Rejection rejection, DoFn.MultiOutputReceiver out) {
    Counters.rejected(rejection.getReason());
    out.get(NOTES).output(new RawUnionValue(REJECTION, rejection));
  }

  static void name(String group, FileClues some, DoFn.MultiOutputReceiver out) {
    out.get(NOTES).output(new RawUnionValue(CLUES, KV.of(group, some)));
  }

  /** The ledger entries among {@code notes}. */
  static PCollection<InputFile> ledger(PCollection<RawUnionValue> notes) {
    return pick(notes, "Files", ENTRY, ENTRIES);
  }

  /** The rejections among {@code notes}. */
  static PCollection<Rejection> rejections(PCollection<RawUnionValue> notes) {
    return pick(notes, "Rejections", REJECTION, REJECTIONS);
  }

  /** The names of records among {@code notes}, in groups. */
  static PCollection<KV<String, FileClues>> clues(PCollection<RawUnionValue> notes) {
    return pick(notes, "Names", CLUES, NAMES);
  }

  private static <T> PCollection<T> pick(
      PCollection<RawUnionValue> notes, String name, int kind, Coder<T> coder) {
    return notes.apply(name, ParDo.of(new PickFn<T>(kind))).setCoder(coder);
  }

  private static final class PickFn<T> extends DoFn<RawUnionValue, T> {
    private final int kind;

    private PickFn(int kind) {
      this.kind = kind;
    }

    @ProcessElement
    @SuppressWarnings("unchecked") // The kind says the type.
    public void process(@Element RawUnionValue note, OutputReceiver<T> out) {
      if (note.getUnionTag() == kind) {
        out.output((T) note.getValue());
      }
    }
  }
}
