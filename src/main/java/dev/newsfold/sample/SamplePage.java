package dev.newsfold.sample;

import java.time.Instant;

/**
 * One page as captured.
 *
 * @param number its place in the sample, from zero
 * @param url its address
 * @param path where it lies in a folder: {@code host/path}, below {@code later-n/} for the n-th
 *     recapture of an address
 * @param capturedAt when it was fetched
 * @param status the HTTP status
 * @param contentType the HTTP header
 * @param body the payload
 */
public record SamplePage(
    long number,
    String url,
    String path,
    Instant capturedAt,
    int status,
    String contentType,
    byte[] body,
    Truth truth) {

  SamplePage withBody(byte[] other) {
    return new SamplePage(number, url, path, capturedAt, status, contentType, other, truth);
  }
}
