/// What is where in pictures, drawn over them wherever they are shown.
@NullMarked
package org.mixoscope.app.marks;

import org.jspecify.annotations.NullMarked;
