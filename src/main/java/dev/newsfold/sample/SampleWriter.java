package dev.newsfold.sample;

import java.io.Closeable;
import java.io.IOException;

/** Takes the pages of a sample one by one, in the order of their numbers. */
public interface SampleWriter extends Closeable {

  void write(SamplePage page) throws IOException;
}
