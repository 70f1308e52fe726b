package org.mixoscope.dataset.annotated;

/// One object as a file says of it.
///
/// @param category the index of its class, at least 0
/// @param outline where it is
/// @param crowd whether it is a region of many, which is there to be ignored
public record Marked(int category, Outline outline, boolean crowd) {}
