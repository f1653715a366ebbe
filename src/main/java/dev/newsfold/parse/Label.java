package dev.newsfold.parse;

import java.util.List;

/**
 * What portals print before a value, in Chinese and English: simplified forms, which stand for the
 * traditional ones ({@link Text#plain}). Labels of no interest are here too: a value ends where the
 * next label begins.
 */
enum Label {
  SOURCE(
      "来源", "文章来源", "信息来源", "新闻来源", "稿件来源", "本文来源", "内容来源", "消息来源", "原文来源", "转载来源", "稿源", "出处",
      "文章出处", "新闻源", "供稿媒体", "source", "quelle", "fuente", "via"),

  /** Labels of a source that need no colon: 转自《…》. */
  TAKEN_FROM("本文来源于", "来源于", "转自", "转载自", "摘自", "选自", "原载", "转引自"),

  AUTHOR(
      "作者",
      "文章作者",
      "本文作者",
      "原作者",
      "撰文",
      "撰稿",
      "撰稿人",
      "执笔",
      "执笔人",
      "采写",
      "采访",
      "文字",
      "author",
      "autor",
      "auteur",
      "written by",
      "words by",
      "text"),

  REPORTER(
      "记者",
      "本报记者",
      "见习记者",
      "实习记者",
      "通讯员",
      "特约记者",
      "实习生",
      "特约评论员",
      "评论员",
      "特派员",
      "撰稿",
      "编译",
      "综合编译",
      "reporter"),

  RESPONSIBLE_EDITOR("责任编辑", "责编", "值班编辑", "责任编缉", "网络编辑", "网站编辑", "本文责编"),
  EDITOR("编辑", "执行编辑", "文字编辑", "新媒体编辑", "editor", "edited by", "editing by"),

  ORIGINAL_HEADLINE("原标题", "原题", "原文标题", "本文原标题", "原题为", "原标题为"),

  TOPIC("点击进入专题", "进入专题", "专题", "相关专题", "本文专题", "所属专题", "新闻专题", "专题链接"),

  PUBLISHED(
      "发布时间",
      "发表时间",
      "发布日期",
      "发稿时间",
      "发布于",
      "发表于",
      "时间",
      "日期",
      "出版时间",
      "上传时间",
      "上线时间",
      "上架时间",
      "公开日",
      "掲载日",
      "入力",
      "등록",
      "입력",
      "승인",
      "published",
      "created",
      "posted on",
      "posted",
      "first published",
      "publication date",
      "publié le",
      "publié",
      "veröffentlicht",
      "erschienen am",
      "erschienen",
      "erstellt am",
      "erstellt",
      "publicado",
      "pubblicato",
      "opublikowano",
      "опубликовано"),

  MODIFIED(
      "更新时间",
      "最后更新",
      "更新日期",
      "更新于",
      "更新",
      "修改时间",
      "更新日时",
      "수정",
      "최종수정",
      "updated",
      "last updated",
      "last modified",
      "modified",
      "update",
      "mis à jour le",
      "mis à jour",
      "mise à jour",
      "aktualisiert",
      "zuletzt aktualisiert",
      "actualizado",
      "aggiornato",
      "обновлено",
      "stand"),

  PICTURE(
      "图片来源", "图源", "图片", "摄影", "摄", "图", "视频来源", "供图", "资料图", "数据来源", "资料来源", "photo", "image",
      "picture", "foto"),

  OTHER(
      "字号",
      "字体",
      "浏览",
      "浏览次数",
      "浏览量",
      "阅读",
      "阅读量",
      "点击",
      "点击数",
      "点击量",
      "评论",
      "分享",
      "分享到",
      "分享至",
      "打印",
      "列印",
      "收藏",
      "推荐",
      "举报",
      "纠错",
      "关键词",
      "关键字",
      "标签",
      "校对",
      "审核",
      "审校",
      "复审",
      "终审",
      "签发",
      "监制",
      "策划",
      "统筹",
      "排版",
      "美编",
      "制作",
      "翻译",
      "播音",
      "值班主任",
      "主编",
      "初审",
      "一审",
      "二审",
      "三审",
      "声明",
      "免责声明",
      "版权声明",
      "电话",
      "邮箱",
      "核稿",
      "核稿编辑",
      "栏目",
      "分类",
      "所属分类",
      "类别",
      "作者单位",
      "责任校对",
      "法律顾问",
      "tags",
      "keywords",
      "tel");

  private final List<String> words;

  Label(String... words) {
    this.words = List.of(words);
  }

  /** In lower case; blanks that portals put between the characters are left out. */
  List<String> words() {
    return words;
  }
}
