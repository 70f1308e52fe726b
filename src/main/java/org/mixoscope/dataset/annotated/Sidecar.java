package org.mixoscope.dataset.annotated;

import org.jspecify.annotations.Nullable;

/// What the annotation file of one picture says.
///
/// @param picture the name of the picture; null if it does not say
/// @param annotation of it
/// @param hasPicture whether the picture is in the file itself
public record Sidecar(@Nullable String picture, Annotation annotation, boolean hasPicture) {}
