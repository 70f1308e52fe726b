/// The command line, and the composition root: what users type becomes a recipe, the kernel mixes
/// it, the app shows it.
///
/// May import everything; nobody imports it. JavaFX is entered only through
/// [org.mixoscope.app.App], so that mixing files needs no screen and starts fast.
@NullMarked
package org.mixoscope.cli;

import org.jspecify.annotations.NullMarked;
