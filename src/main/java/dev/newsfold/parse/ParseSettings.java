package dev.newsfold.parse;

import dev.newsfold.parse.site.SiteRules;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a run decides for its parser.
 *
 * @param zone the zone of times whose page tells none, and of {@code publishDay}
 * @param asOf no time lies after this one, where a capture does not say when it was made
 * @param rules rules for single sites
 */
public record ParseSettings(ZoneId zone, Instant asOf, SiteRules rules) implements Serializable {}
