/// What can be done in the window, and by which key; what enters and leaves it.
@NullMarked
package org.mixoscope.app.command;

import org.jspecify.annotations.NullMarked;
