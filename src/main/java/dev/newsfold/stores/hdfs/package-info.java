/**
 * Hadoop's distributed file system as a store. These classes are in a jar of their own, with
 * Hadoop's.
 */
@NullMarked
package dev.newsfold.stores.hdfs;

import org.jspecify.annotations.NullMarked;
