package dev.newsfold.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Invented articles in any number, as JSON Lines that {@code fold} reads: the same every time. */
public enum ScaleCorpus {
  /** Of ten articles, three copy one of the last days, most of them with light edits. */
  ORDINARY {
    @Override
    Row row(int i, int count) {
      Random dice = new Random(i);
      boolean copies = i >= 10 && i % 10 > 6;
      int behind = 1 + dice.nextInt(Math.max(1, Math.min(i, RECENT)));
      int original = i - behind - Math.max(0, (i - behind) % 10 - 6);
      int of = copies ? original : i;
      LocalDateTime at =
          FIRST_DAY
              .plusDays((long) of * DAYS / count + (copies ? dice.nextInt(3) : 0))
              .atTime(8 + dice.nextInt(14), dice.nextInt(60));
      String headline = words(of, 5, 8);
      String body = body(of);
      if (!copies) {
        return new Row(headline, body, at, dice.nextInt(SITES), null);
      }
      String source = "青柳社";
      return switch (dice.nextInt(4)) {
        case 0 -> new Row(headline, body, at, dice.nextInt(SITES), source);
        case 1 -> new Row(headline, "青柳社湖滨讯 " + body, at, dice.nextInt(SITES), source);
        case 2 -> new Row(headline + "(图)", body + "（完）", at, dice.nextInt(SITES), source);
        // A headline of its own, made of the text as well.
        default -> new Row(sentence(of, 1).replace("。", ""), body, at, dice.nextInt(SITES), source);
      };
    }
  },

  /** One page on as many sites, within a horizon, with light edits. */
  HOT_PAGE {
    @Override
    Row row(int i, int count) {
      LocalDateTime at = FIRST_DAY.plusDays(i % 10).atTime(8 + i % 14, i % 60);
      String body = i % 3 == 0 ? "青柳社湖滨讯 " + body(0) : body(0);
      return new Row(words(0, 5, 8), body, at, i, i % 2 == 0 ? null : "青柳社");
    }
  },

  /** One page on 400 sites within three days, with up to three of its sentences exchanged. */
  NEAR_COPIES {
    @Override
    Row row(int i, int count) {
      Random dice = new Random(i);
      String[] sentences = new String[NEAR_SENTENCES];
      for (int k = 0; k < sentences.length; k++) {
        sentences[k] = equalSentence(0, k);
      }
      for (int edits = dice.nextInt(4); edits > 0; edits--) {
        sentences[dice.nextInt(sentences.length)] = equalSentence(1 + i, edits);
      }
      LocalDateTime at = FIRST_DAY.plusDays(i % 3).atTime(dice.nextInt(24), dice.nextInt(60));
      return new Row(words(0, 5, 8), String.join("", sentences), at, i % NEAR_SITES, null);
    }
  },

  /** One site's column, the same each day but for the day and the figures. */
  HOT_TEMPLATE {
    @Override
    Row row(int i, int count) {
      LocalDate day = FIRST_DAY.plusDays(i - (long) count);
      Random dice = new Random(i);
      String body =
          day.getMonthValue()
              + "月"
              + day.getDayOfMonth()
              + "日，湖滨水位"
              + dice.nextInt(1000)
              + "厘米，流量"
              + dice.nextInt(10_000)
              + "立方米。"
              + body(0);
      return new Row("湖滨水情通报", body, day.atTime(8, 0), 0, null);
    }
  };

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 100;
  private static final int SITES = 500;

  private static final int NEAR_SENTENCES = 25;
  private static final int NEAR_SITES = 400;

  /** Copies come soon. */
  private static final int RECENT = 3_000;

  private static final int ROWS_OF_FILE = 20_000;

  /** As many characters as a newspaper needs, from the first of Unicode's. */
  private static final int CHARACTERS = 3_000;

  private static final int VOCABULARY = 30_000;

  /** The article of a number below {@code count}. */
  abstract Row row(int i, int count);

  /** Writes {@code count} articles to files in a new folder. */
  public final void write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    ObjectMapper json = new ObjectMapper();
    for (int from = 0; from < count; from += ROWS_OF_FILE) {
      Path file = folder.resolve("part-%05d.jsonl".formatted(from / ROWS_OF_FILE));
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
          JsonGenerator rows = json.createGenerator(out)) {
        rows.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
        for (int i = from; i < Math.min(count, from + ROWS_OF_FILE); i++) {
          row(i, count).write(i, rows);
        }
      }
    }
  }

  /** A text that begins with what its headline says, as texts do. */
  private static String body(int seed) {
    StringBuilder body = new StringBuilder(words(seed, 5, 8)).append('。');
    int sentences = 8 + new Random(seed * 31L).nextInt(24);
    for (int i = 0; i < sentences; i++) {
      body.append(sentence(seed, i));
    }
    return body.toString();
  }

  /** Sentences of one length: with three of 25 exchanged, a text keeps .78 of its shingles. */
  private static String equalSentence(int seed, int number) {
    return words(seed * 64L + number + 1_000_000_007L, 10, 10) + "。";
  }

  private static String sentence(int seed, int number) {
    return words(seed * 64L + number + 1_000_000_007L, 7, 14) + "。";
  }

  /** Words of two characters, the frequent ones more often. */
  private static String words(long seed, int least, int most) {
    Random dice = new Random(seed * 0x9E3779B97F4A7C15L);
    StringBuilder words = new StringBuilder();
    int count = least + dice.nextInt(most - least + 1);
    for (int i = 0; i < count; i++) {
      int word = (int) (VOCABULARY * Math.pow(dice.nextDouble(), 1.5));
      words
          .append((char) ('一' + word % CHARACTERS))
          .append((char) ('一' + word * 31 / 7 % CHARACTERS));
    }
    return words.toString();
  }

  /** An article as others extract it. */
  record Row(String headline, String body, LocalDateTime at, int site, @Nullable String source) {
    private void write(int id, JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("id", "a" + id);
      json.writeStringField("url", "https://s" + site + ".example/" + id + ".html");
      json.writeStringField("title", headline);
      json.writeStringField("text", body);
      json.writeStringField("date", at.toString());
      if (source != null) {
        json.writeStringField("source", source);
      }
      json.writeEndObject();
    }
  }
}
