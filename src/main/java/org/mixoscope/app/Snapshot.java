package org.mixoscope.app;

import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;

/// How to render a window to a file.
///
/// @param width of the window in pixels at scale 1
/// @param height of the window in pixels at scale 1
/// @param scale pixels of the file per pixel of the window, 1…4
/// @param theme light or dark
/// @param language of the interface
public record Snapshot(int width, int height, int scale, Theme theme, Language language) {}
