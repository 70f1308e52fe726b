/// What all screens share: themes, languages and their texts, fonts, icons, work in the background.
///
/// Knows no screen and nothing of the window's state: what it shows it is given.
@NullMarked
package org.mixoscope.app.ui;

import org.jspecify.annotations.NullMarked;
