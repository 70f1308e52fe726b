/// Texts: words, sentences, and three ways to mix them. The draws, streams and shares are those of
/// pictures; only here texts are cut by ICU. Nothing here knows the screen.
@NullMarked
package org.mixoscope.text;

import org.jspecify.annotations.NullMarked;
