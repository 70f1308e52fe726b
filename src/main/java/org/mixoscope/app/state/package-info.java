/// What is in the window, whichever screen shows it: the recipe and its history, the pictures that
/// it names, and the mix. Knows no controls.
@NullMarked
package org.mixoscope.app.state;

import org.jspecify.annotations.NullMarked;
