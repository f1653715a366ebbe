package dev.newsfold.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole story: what its opening fixes, and the text.
 *
 * @param paragraphs without the dateline
 * @param dateline how the report opens, if it has one
 * @param reporters named in the dateline
 * @param byline authors named beside the text where there is no such dateline
 * @param agencies quoted in the text, in order
 */
record Story(
    Opening opening,
    List<String> paragraphs,
    @Nullable Dateline dateline,
    List<String> reporters,
    List<String> byline,
    List<String> agencies,
    List<String> editors,
    @Nullable String topic,
    @Nullable String source,
    String summary) {}
