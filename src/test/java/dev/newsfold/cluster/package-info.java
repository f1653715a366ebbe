/**
 * A real Flink cluster and a real Kafka broker, as processes of this machine, and what becomes of
 * our jobs when parts of them are killed.
 */
@org.jspecify.annotations.NullMarked
package dev.newsfold.cluster;
