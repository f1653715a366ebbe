package dev.newsfold.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;

/** The items of some blocks, decoded one by one. */
final class BlockItems<T> implements Iterator<T> {
  private final Coder<T> coder;
  private final Iterator<Block> blocks;
  private final SpillFile file;
  private BlockReader reader = new BlockReader(new byte[0]);

  BlockItems(Coder<T> coder, Iterator<Block> blocks, SpillFile file) {
    this.coder = coder;
    this.blocks = blocks;
    this.file = file;
  }

  @Override
  public boolean hasNext() {
    while (reader.isAtEnd() && blocks.hasNext()) {
      try {
        reader = new BlockReader(file.read(blocks.next()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return !reader.isAtEnd();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      reader.next();
      return coder.decode(reader.item());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
