/// The Compare screen: many mixes of the same pictures side by side.
@NullMarked
package org.mixoscope.app.compare;

import org.jspecify.annotations.NullMarked;
