package dev.newsfold.jobs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The jobs to which a flag means something, on its getter; without it, that is every job. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OfJobs {
  String[] value();
}
