/// Lessons: states and words in order, and what shows that something was done. They are documents
/// as recipes are; those that come with the program are read like anybody's.
///
/// Knows recipes and their mixes, and nothing of the screen beyond the names of its places.
@NullMarked
package org.mixoscope.lesson;

import org.jspecify.annotations.NullMarked;
