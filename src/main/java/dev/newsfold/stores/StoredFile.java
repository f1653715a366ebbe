package dev.newsfold.stores;

/**
 * A file of a store.
 *
 * @param location its address, by which it is opened
 * @param bytes how large it is
 * @param changed when it was written, in milliseconds since 1970
 */
public record StoredFile(String location, long bytes, long changed) {}
