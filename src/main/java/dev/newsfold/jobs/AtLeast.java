package dev.newsfold.jobs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The smallest number that makes sense as the value of a flag, on its getter. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AtLeast {
  long value();
}
