/// The one immutable record that says everything about a mix, and its forms: JSON, one line of
/// text, presets, and the history that undo walks through.
///
/// Imports the kernel and Jackson, nothing else; knows no files beyond their names and no pixels
/// beyond what it is handed.
@NullMarked
package org.mixoscope.recipe;

import org.jspecify.annotations.NullMarked;
