package dev.newsfold.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around an article on its page.
 *
 * @param charsetLabel the encoding that the page's head claims, if any
 * @param ticker headlines ahead of the article
 * @param related headlines below it
 */
record Dressing(@Nullable String charsetLabel, List<Link> ticker, List<Link> related) {}
