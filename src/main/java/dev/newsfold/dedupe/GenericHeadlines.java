package dev.newsfold.dedupe;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Headlines that name a column, a bulletin, an error page or the site, not a story: they recur on
 * several days with different bodies. Learnt from the articles themselves, with a short list for
 * those seen once. Keys are those of {@link HeadlineKey#of(String)}, so that learning them needs no
 * knowledge of the site.
 */
public final class GenericHeadlines {
  /** Nothing learnt. */
  public static final GenericHeadlines NONE = new GenericHeadlines(Set.of(), key -> {});

  private static final int SHORTEST = 3;

  private static final Set<String> KNOWN =
      Set.of(
          "undefined",
          "null",
          "untitled",
          "home",
          "home page",
          "index",
          "404",
          "404 not found",
          "not found",
          "page not found",
          "error",
          "access denied",
          "just a moment",
          "loading",
          "forbidden",
          "about",
          "about us",
          "contact",
          "contact us",
          "search",
          "login",
          "log in",
          "blog",
          "news",
          "403 forbidden",
          "无标题",
          "无标题文档",
          "首页",
          "网站首页",
          "新闻中心",
          "页面不存在",
          "您访问的页面不存在",
          "对不起可能是网络原因或无此页面",
          "系统提示",
          "提示信息",
          "出错了");

  private final Set<String> keys;
  private final Consumer<String> asked;

  private GenericHeadlines(Set<String> keys, Consumer<String> asked) {
    this.keys = keys;
    this.asked = asked;
  }

  /** The same, telling of each key it is asked about. */
  GenericHeadlines heardBy(Consumer<String> listener) {
    return new GenericHeadlines(keys, listener);
  }

  /** From what the observations were about. */
  static GenericHeadlines of(Collection<String> keys) {
    return new GenericHeadlines(new HashSet<>(keys), key -> {});
  }

  /** Whether a headline key tells nothing about what the article is. */
  public boolean contains(String key) {
    asked.accept(key);
    return key.length() < SHORTEST || KNOWN.contains(key) || keys.contains(key);
  }
}
