/// What is remembered from one run to the next, and where it is kept.
///
/// Knows no controls, no stage and no screen: values in, a file out. What a screen leaves is a node
/// of its own, which only the screen reads and writes.
@NullMarked
package org.mixoscope.app.memory;

import org.jspecify.annotations.NullMarked;
