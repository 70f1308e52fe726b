/// The sheet on which a figure is chosen: what it shows, what it is for, and how it looks while one
/// chooses.
@NullMarked
package org.mixoscope.app.figure;

import org.jspecify.annotations.NullMarked;
