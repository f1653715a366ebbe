package dev.newsfold.captures;

/**
 * One input file.
 *
 * @param location what an {@link InputOpener} opens: for local files a {@code file:} URI, which
 *     survives file names of any bytes in any locale
 * @param path the file below the common root of the inputs, with {@code /} as separator: {@code
 *     Origin.file}
 */
public record InputFileRef(String location, String path) {}
