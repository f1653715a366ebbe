package dev.newsfold.tables;

/**
 * A file of a table.
 *
 * @param path below the folder of all tables
 * @param dataset the table's name
 * @param records in it
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal
 */
public record TableFile(String path, String dataset, long records, long bytes, String sha256) {}
