package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A site of the 1990s: nested tables, font elements, paragraphs that end in breaks, upper-case
 * tags.
 */
final class NestedTables implements Design {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy年MM月dd日HH:mm", Locale.ROOT);

  private static final String PAGE =
      """
      <HTML>
      <HEAD>
      {{charset}}<TITLE>{{title}}</TITLE>
      </HEAD>
      <BODY BGCOLOR="#FFFFFF" LINK="#0000CC" TOPMARGIN=0>
      <TABLE WIDTH=760 BORDER=0 CELLSPACING=0 CELLPADDING=0 ALIGN=CENTER>
      <TR><TD COLSPAN=2><IMG SRC="/img/banner.gif" WIDTH=468 HEIGHT=60 ALT=""></TD></TR>
      <TR><TD COLSPAN=2 BGCOLOR="#003366"><FONT COLOR=white SIZE=2><A HREF="/">首页</A> | <A HREF="/gn/">国内</A> | <A HREF="/gj/">国际</A> | <A HREF="/cj/">财经</A> | <A HREF="/ty/">体育</A></FONT></TD></TR>
      <TR><TD VALIGN=TOP WIDTH=560>
      <TABLE BORDER=0 WIDTH="100%" CELLPADDING=6>
      <TR><TD><FONT SIZE=2><A HREF="/">首页</A> &gt;&gt; {{crumb}}</FONT></TD></TR>
      <TR><TD ALIGN=CENTER><FONT SIZE=5 COLOR="#990000"><B>{{headline}}</B></FONT><BR>
      <FONT SIZE=2>{{time}}{{source}}{{byline}}</FONT><HR SIZE=1></TD></TR>
      <TR><TD><FONT SIZE=3>
      {{paragraphs}}</FONT></TD></TR>
      <TR><TD ALIGN=RIGHT><FONT SIZE=2>{{editor}}</FONT></TD></TR>
      </TABLE>
      </TD><TD VALIGN=TOP WIDTH=200 BGCOLOR="#EEEEEE">
      <TABLE BORDER=0><TR><TD><FONT SIZE=2><B>相关新闻</B><BR>
      {{related}}</FONT></TD></TR></TABLE>
      </TD></TR>
      <TR><TD COLSPAN=2 ALIGN=CENTER><FONT SIZE=1>{{site}} 版权所有 未经许可不得转载</FONT></TD></TR>
      </TABLE>
      </BODY>
      </HTML>
      """;

  @Override
  public String name() {
    return "nested-tables";
  }

  @Override
  public Set<Piece.Shown> shows() {
    return EnumSet.of(
        Piece.Shown.TIME,
        Piece.Shown.SECTION,
        Piece.Shown.SOURCE,
        Piece.Shown.BYLINE,
        Piece.Shown.EDITOR);
  }

  @Override
  public Precision precision() {
    return Precision.MINUTE;
  }

  @Override
  public int relatedSize() {
    return 6;
  }

  @Override
  public String render(Piece piece, Dressing dressing) {
    return Html.fill(
        PAGE,
        Map.ofEntries(
            Map.entry("charset", Html.oldCharset(dressing.charsetLabel())),
            Map.entry("title", Html.escape(piece.outlet().title(piece))),
            Map.entry(
                "crumb", Html.optional("<A HREF=\"/ch/\">", piece.section(), "</A> &gt;&gt; 正文")),
            Map.entry("headline", Html.escape(piece.headline())),
            Map.entry("time", piece.published() == null ? "" : TIME.format(piece.published())),
            Map.entry("source", Html.optional("　来源：", piece.source(), "")),
            Map.entry("byline", Html.optional("　作者：", piece.byline(), " ", "")),
            Map.entry("paragraphs", Html.paragraphs(piece, "　　", "<BR><BR>\n")),
            Map.entry("editor", Html.optional("（责任编辑：", piece.editors(), " ", "）")),
            Map.entry("related", Html.links(dressing.related(), "·", "<BR>\n")),
            Map.entry("site", Html.escape(piece.outlet().name()))));
  }
}
