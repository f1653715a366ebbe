package dev.newsfold.commands;

import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Precision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

/** Articles of an invented paper, Avro files of them, and commands run as from the keyboard. */
final class Fixtures {
  private Fixtures() {}

  static Article article(int number) {
    String url = "https://daily.cedar.example/2020/" + number + ".html";
    return Article.newBuilder()
        .setId("%032x".formatted(number))
        .setUrl(url)
        .setCanonicalUrl(url)
        .setSite("daily.cedar.example")
        .setOrigin(new Origin("pages/" + number + ".html", null, null))
        .setPayloadDigest("9f")
        .setHeadline("青浦湾首座竹木天桥今日启用")
        .setBody("天桥长一百二十米。\n市民可以步行过湾。")
        .setPublishedAt(Instant.parse("2020-09-25T03:45:27Z"))
        .setPublishedZone("Asia/Shanghai")
        .setPublishedPrecision(Precision.SECOND)
        .setPublishDay(LocalDate.of(2020, 9, 25))
        .setEvidence(Map.of("headline", "json-ld", "body", "density"))
        .setSketch(ByteBuffer.wrap(new byte[] {1, 2, 3}))
        .build();
  }

  static void write(Path file, SpecificRecordBase... records) throws IOException {
    Files.createDirectories(file.getParent());
    SpecificRecordBase first = records[0];
    try (var writer =
        new DataFileWriter<SpecificRecordBase>(
            new SpecificDatumWriter<>(first.getSchema(), first.getSpecificData()))) {
      writer.setCodec(CodecFactory.deflateCodec(6)).create(first.getSchema(), file.toFile());
      for (SpecificRecordBase record : records) {
        writer.append(record);
      }
    }
  }

  /** What a command printed and how it ended. */
  record Outcome(int exitCode, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  interface Command {
    int run(List<String> args, PrintStream out, PrintStream err);
  }

  static Outcome run(Command command, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        command.run(
            Arrays.stream(args).map(Object::toString).toList(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
