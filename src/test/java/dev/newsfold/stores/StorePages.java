package dev.newsfold.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Eight pages of two days, for tests of stores. */
public final class StorePages {
  private StorePages() {}

  /** Writes them below a folder, and tells their names below it. */
  public static List<String> write(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (int day = 1; day <= 2; day++) {
      for (int number = 0; number < 4; number++) {
        String name = "2020/09/0" + day + "/" + day + "-" + number + ".html";
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, page(day, day + "-" + number));
        names.add(name);
      }
    }
    return names;
  }

  private static String page(int day, String name) {
    String headline = "青浦湾的渡船" + name + "号停航";
    return """
        <html><head><meta charset="utf-8"><title>%1$s</title></head><body><h1>%1$s</h1>
        <p>2020-09-0%2$d 08:00 来源：青浦日报</p><p>%3$s</p></body></html>
        """
        .formatted(headline, day, (headline + "，" + name + "号的乘客改乘临时班车，码头的茶馆照常开门。").repeat(6));
  }
}
