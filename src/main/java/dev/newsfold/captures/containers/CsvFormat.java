package dev.newsfold.captures.containers;

import java.io.Reader;
import java.nio.charset.Charset;

/**
 * How a table is written.
 *
 * @param header its first line, each byte taken for a character
 * @param returns whether a carriage return alone ends a line, as on old Macs
 */
record CsvFormat(
    String header, char separator, CsvCells.Quotes quotes, boolean returns, Charset charset) {

  /** The rows of text, of whose cells so much is kept. */
  CsvCells cells(Reader text, int maxCell) {
    return new CsvCells(text, separator, quotes, returns, maxCell);
  }

  char lineEnd() {
    return returns ? '\r' : '\n';
  }
}
