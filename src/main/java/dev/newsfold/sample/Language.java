package dev.newsfold.sample;

/** The languages the portals write in. */
public enum Language {
  CHINESE("zh", "首页"),
  TRADITIONAL("zh-Hant", "首頁"),
  ENGLISH("en", "Home");

  private final String tag;
  private final String home;

  Language(String tag, String home) {
    this.tag = tag;
    this.home = home;
  }

  /** The BCP 47 tag. */
  public String tag() {
    return tag;
  }

  /** What the way home is called. */
  String home() {
    return home;
  }
}
