/** Bad input of every kind, run through the real entry point. */
package dev.newsfold.hostile;
