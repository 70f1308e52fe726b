/// Runs side by side over several seeds, and what can be said of their difference.
@NullMarked
package org.mixoscope.lab.study;

import org.jspecify.annotations.NullMarked;
