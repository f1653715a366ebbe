/** What a capture is, and how page files, gzip and WARC archives and mirrored folders hold them. */
@NullMarked
package dev.newsfold.captures;

import org.jspecify.annotations.NullMarked;
