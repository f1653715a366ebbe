/** Where an article stands on its site: section, breadcrumb, topic, lists of other headlines. */
@NullMarked
package dev.newsfold.parse.section;

import org.jspecify.annotations.NullMarked;
