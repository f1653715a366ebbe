package dev.newsfold.onefold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Captures of {@value #DAYS} days that are built to hurt, the same for the same seed: see {@link
 * Situations}.
 *
 * <p>The files of all days lie in one folder, two a day ({@code 20241120-a.warc}). Paths are told
 * below the common folder of a run's inputs, so that a file has the same name however many days a
 * run reads; in a folder for each day it would have another name in a batch.
 */
final class Corpus {
  /** How many days it was captured on. */
  static final int DAYS = 5;

  /** The inputs of a scheduled run. */
  static final String DAY_PATTERN = "{yyyy}{MM}{dd}-*.warc";

  private static final int TICKER = 6;

  private final List<InventedPage> pages;
  private final long seed;

  private Corpus(List<InventedPage> pages, long seed) {
    this.pages = pages;
    this.seed = seed;
  }

  /** The corpus of a seed. */
  static Corpus of(long seed) {
    return new Corpus(Situations.of(seed), seed);
  }

  /** A capture day, from 0. */
  static LocalDate day(int number) {
    return Situations.FIRST_DAY.plusDays(number);
  }

  /** The captures, in order of the situations. */
  List<InventedPage> pages() {
    return pages;
  }

  /** How many captures hold no article. */
  int rejected() {
    return (int) pages.stream().filter(page -> !page.isArticle()).count();
  }

  /** A glob of the files of one day below {@code folder}. */
  static String filesOf(int day, Path folder) {
    return folder + "/" + DateTimeFormatter.BASIC_ISO_DATE.format(day(day)) + "-*.warc";
  }

  /** Writes the files of all days. */
  void write(Path folder) throws IOException {
    Random dice = new Random(seed * 31);
    List<InventedPage> listed =
        pages.stream().filter(page -> page.isArticle() && !page.body().isEmpty()).toList();
    Map<InventedPage, byte[]> htmlOf = new LinkedHashMap<>();
    Map<String, Warc> files = new LinkedHashMap<>();
    for (InventedPage page : pages) {
      // Delivered again, it must be the same bytes; a short page would be all ticker.
      byte[] html =
          htmlOf.computeIfAbsent(
              page.deliveredOn(0), same -> page.html(ticker(page, listed, dice)));
      String name =
          DateTimeFormatter.BASIC_ISO_DATE.format(day(page.day()))
              + (dice.nextBoolean() ? "-a.warc" : "-b.warc");
      files.computeIfAbsent(name, none -> new Warc()).add(page, html);
    }
    Files.createDirectories(folder);
    for (Map.Entry<String, Warc> file : files.entrySet()) {
      file.getValue().write(folder.resolve(file.getKey()));
    }
  }

  private static List<InventedPage> ticker(
      InventedPage page, List<InventedPage> listed, Random dice) {
    List<InventedPage> ticker = new ArrayList<>();
    if (page.body().isEmpty() || dice.nextInt(3) == 0) {
      return ticker;
    }
    // Few headlines, so that most are seen on several days.
    for (int i = 0; i < TICKER; i++) {
      ticker.add(listed.get(dice.nextInt(listed.size() / 3) * 3));
    }
    return ticker.stream().distinct().toList();
  }

  /**
   * Moves files to a folder as whoever feeds a stream should: under a hidden name first.
   *
   * @param first position of the first of the files, in order of names
   * @param end position behind the last
   */
  static void feed(Path files, int first, int end, Path watched) throws IOException {
    Files.createDirectories(watched);
    List<Path> all;
    try (Stream<Path> list = Files.list(files)) {
      all = list.sorted().toList();
    }
    for (Path file : all.subList(first, Math.min(end, all.size()))) {
      Path hidden = watched.resolve("." + file.getFileName());
      Files.copy(file, hidden, StandardCopyOption.REPLACE_EXISTING);
      Files.move(hidden, watched.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
