package dev.newsfold.sample;

import static dev.newsfold.sample.Language.CHINESE;
import static dev.newsfold.sample.Language.ENGLISH;
import static dev.newsfold.sample.Language.TRADITIONAL;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;

/** The invented sites. Their hosts lie below {@code .example}, which is reserved (RFC 2606). */
final class Outlets {
  private Outlets() {}

  private static final Charset GBK = Charset.forName("GBK");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final Charset UTF_8 = StandardCharsets.UTF_8;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final ZoneOffset GMT = ZoneOffset.UTC;
  private static final ZoneOffset EAST_COAST = ZoneOffset.ofHours(-5);

  private static final Design TICKER = new TickerPortal();
  private static final Design TABLES = new NestedTables();
  private static final Design DIVS = new DivPortal();
  private static final Design LINKED = new LinkedData();
  private static final Design APP = new AppPage();
  private static final Design WIRE = new WireService();
  private static final Design GOVERNMENT = new GovernmentSite();
  private static final Design PAPER = new EnglishPaper();
  private static final Design ENGLISH_WIRE = new EnglishWire();
  private static final Design ISLAND = new IslandPaper();
  private static final Design BLOG = new FeedBlog();

  static final List<Outlet> CHINESE_OUTLETS =
      List.of(
          chinese("长河热线", "www.changhe", TICKER, GBK, TitleTail.UNDERSCORE, ".html"),
          chinese("东陆在线", "news.donglu", TICKER, GBK, TitleTail.HYPHEN, ".shtml"),
          chinese("松原口门户", "www.songyuankou", TICKER, GBK, TitleTail.NONE, ".html"),
          chinese("晨钟电子报", "www.chenzhong", TABLES, GBK, TitleTail.DOUBLE_HYPHEN, ".htm"),
          chinese("南塘日报网络版", "paper.nantang", TABLES, GBK, TitleTail.NONE, ".htm"),
          chinese("望海网", "www.wanghai", DIVS, GBK, TitleTail.UNDERSCORE, ".shtml"),
          chinese("七河新闻网", "news.qihe", DIVS, GBK, TitleTail.DOUBLE_HYPHEN, ".html"),
          chinese("朝邑在线", "www.chaoyi", DIVS, UTF_8, TitleTail.HYPHEN, ".html"),
          chinese("同州视窗", "city.tongzhou", DIVS, UTF_8, TitleTail.UNDERSCORE, ".html"),
          chinese("澄光新闻", "www.chengguang", LINKED, UTF_8, TitleTail.HYPHEN, ".html"),
          chinese("知岸", "zhian", LINKED, UTF_8, TitleTail.BAR, ".html"),
          chinese("界石新闻", "www.jieshi", LINKED, UTF_8, TitleTail.UNDERSCORE, ".html"),
          chinese("滚读", "m.gundu", APP, UTF_8, TitleTail.UNDERSCORE, ".html"),
          chinese("一刻看点", "app.yike", APP, UTF_8, TitleTail.NONE, ".html"),
          chinese("海岬社", "www.haijia", WIRE, UTF_8, TitleTail.HYPHEN, ".html"),
          chinese("云岭社", "www.yunling", WIRE, UTF_8, TitleTail.HYPHEN, ".html"),
          chinese("望溪县人民政府", "www.wangxi-gov", GOVERNMENT, UTF_8, TitleTail.UNDERSCORE, ".html"),
          chinese("柏原市人民政府", "www.baiyuan-gov", GOVERNMENT, GBK, TitleTail.HYPHEN, ".html"),
          traditional("海灣日報", "www.haiwan", BIG5, TitleTail.BAR),
          traditional("港灣網", "news.gangwan", UTF_8, TitleTail.SPACED_HYPHEN));

  static final List<Outlet> ENGLISH_OUTLETS =
      List.of(
          english("The Harbour Courier", "www.harbourcourier", PAPER, UTF_8, GMT, TitleTail.BAR),
          english("The Plainsman", "plainsman", PAPER, UTF_8, EAST_COAST, TitleTail.SPACED_HYPHEN),
          english(
              "Evening Ledger", "www.eveningledger", PAPER, UTF_8, EAST_COAST, TitleTail.EN_DASH),
          english("Blue Bay Wire", "www.bluebaywire", ENGLISH_WIRE, WINDOWS, GMT, TitleTail.NONE),
          english(
              "North Post", "wire.northpost", ENGLISH_WIRE, UTF_8, GMT, TitleTail.SPACED_HYPHEN),
          english("The Daily Lantern", "www.dailylantern", LINKED, UTF_8, GMT, TitleTail.BAR),
          english("Brisk", "m.brisk", APP, UTF_8, EAST_COAST, TitleTail.SPACED_HYPHEN),
          english("Marsh Notes", "marshnotes", BLOG, UTF_8, GMT, TitleTail.EN_DASH),
          english("Fieldfare", "fieldfare", BLOG, UTF_8, EAST_COAST, TitleTail.BAR));

  private static Outlet chinese(
      String name, String host, Design design, Charset charset, TitleTail tail, String extension) {
    return new Outlet(name, host + ".example", CHINESE, design, charset, CHINA, tail, extension);
  }

  private static Outlet traditional(String name, String host, Charset charset, TitleTail tail) {
    return new Outlet(name, host + ".example", TRADITIONAL, ISLAND, charset, CHINA, tail, ".html");
  }

  private static Outlet english(
      String name, String host, Design design, Charset charset, ZoneOffset zone, TitleTail tail) {
    return new Outlet(name, host + ".example", ENGLISH, design, charset, zone, tail, ".html");
  }
}
