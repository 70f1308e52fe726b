/// What all screens share: themes, languages and their texts, fonts, icons, work in the background.
///
/// Knows no screen, no recipe and no pixels.
@NullMarked
package org.mixoscope.app.ui;

import org.jspecify.annotations.NullMarked;
