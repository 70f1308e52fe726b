/// The JavaFX desktop: the application, its themes, languages and fonts; one sub-package a screen.
///
/// May import everything but the command line. The only place where JavaFX is allowed.
@NullMarked
package org.mixoscope.app;

import org.jspecify.annotations.NullMarked;
