package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.newsfold.records.Article;
import dev.newsfold.records.StagedFile;
import dev.newsfold.records.Story;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class RecordCoderTest {
  private static final StagedFile FILE =
      StagedFile.newBuilder()
          .setPath("articles/a.avro")
          .setDataset("articles")
          .setRun("")
          .setRecords(3)
          .setWithdrawn(0)
          .setBytes(100)
          .setSha256("00")
          .build();

  @Test
  void itWritesWhatAvrosCoderWrites() throws Exception {
    byte[] bytes = CoderUtils.encodeToByteArray(RecordCoder.of(StagedFile.class), FILE);
    assertThat(
        bytes, equalTo(CoderUtils.encodeToByteArray(AvroCoder.specific(StagedFile.class), FILE)));
    assertThat(
        CoderUtils.decodeFromByteArray(RecordCoder.of(StagedFile.class), bytes), equalTo(FILE));
  }

  @Test
  void whatIsWrittenOnceMoreIsTheSameWhateverCameBetween() throws Exception {
    RecordCoder<StagedFile> coder = RecordCoder.of(StagedFile.class);
    StagedFile other = StagedFile.newBuilder(FILE).setPath("articles/b.avro").build();
    // Longer than what is kept, and the same behind it.
    StagedFile large = StagedFile.newBuilder(FILE).setPath("p".repeat(2 << 20)).build();
    for (StagedFile file :
        List.of(FILE, FILE, StagedFile.newBuilder(FILE).build(), other, FILE, large, large, FILE)) {
      byte[] bytes = CoderUtils.encodeToByteArray(coder, file);
      assertThat(CoderUtils.decodeFromByteArray(coder, bytes), equalTo(file));
    }
  }

  @Test
  void aRecordThatCannotBeWrittenLeavesNothingBehind() throws Exception {
    RecordCoder<StagedFile> coder = RecordCoder.of(StagedFile.class);
    StagedFile unset = new StagedFile();
    for (int i = 0; i < 2; i++) {
      assertThrows(RuntimeException.class, () -> CoderUtils.encodeToByteArray(coder, unset));
    }
    byte[] bytes = CoderUtils.encodeToByteArray(coder, FILE);
    assertThat(CoderUtils.decodeFromByteArray(coder, bytes), equalTo(FILE));
  }

  @Test
  void whereItIsWrittenDownItCarriesNoSchema() throws Exception {
    byte[] written = SerializableUtils.serializeToByteArray(RecordCoder.of(Article.class));
    assertThat(written.length, lessThan(500));
    Object read = SerializableUtils.deserializeFromByteArray(written, "coder");
    assertThat(read, equalTo(RecordCoder.of(Article.class)));
    RecordCoder<StagedFile> files = SerializableUtils.clone(RecordCoder.of(StagedFile.class));
    assertThat(
        CoderUtils.decodeFromByteArray(files, CoderUtils.encodeToByteArray(files, FILE)),
        equalTo(FILE));
  }

  @Test
  void codersOfOneClassAreEqual() {
    assertThat(RecordCoder.of(Story.class), not(equalTo(RecordCoder.of(Article.class))));
    assertThat(
        RecordCoder.of(Story.class).getEncodedTypeDescriptor(),
        equalTo(AvroCoder.specific(Story.class).getEncodedTypeDescriptor()));
  }

  @Test
  void aRecordIsAKeyWhereAvrosCoderSaysSo() {
    for (Class<? extends SpecificRecord> type : List.of(Article.class, StagedFile.class)) {
      assertThat(
          isDeterministic(RecordCoder.of(type)), is(isDeterministic(AvroCoder.specific(type))));
    }
  }

  private static boolean isDeterministic(Coder<?> coder) {
    try {
      coder.verifyDeterministic();
      return true;
    } catch (Coder.NonDeterministicException e) {
      return false;
    }
  }
}
