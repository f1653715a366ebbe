/** What a page tells machines: its meta tags, JSON-LD, microdata and RDFa, and data in scripts. */
@NullMarked
package dev.newsfold.parse.structured;

import org.jspecify.annotations.NullMarked;
