package dev.newsfold.jobs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the flags of an options interface have in common, as the title above them in a help. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface FlagGroup {
  String value();
}
