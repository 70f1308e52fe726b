/// The Text screen: texts that are mixed, word by word in the colours of their sources.
@NullMarked
package org.mixoscope.app.text;

import org.jspecify.annotations.NullMarked;
