/// The manual: its pages, the site that is made of them, and that what they say is true.
@NullMarked
package org.mixoscope.manual;

import org.jspecify.annotations.NullMarked;
