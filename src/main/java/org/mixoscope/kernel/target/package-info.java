/// What samples are labelled with, and how each kind of it follows a mix. To add a kind is to add a
/// member to [org.mixoscope.kernel.target.Target]: what it must do, the compiler says. Knows
/// compositions, not methods.
@NullMarked
package org.mixoscope.kernel.target;

import org.jspecify.annotations.NullMarked;
