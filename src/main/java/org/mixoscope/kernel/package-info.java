/// The mixing math on plain memory: draws, compositions, pixel loops and soft labels.
///
/// Imports nothing of ours, no JavaFX, no OpenCV, no ND4J: only `java.base`, JSpecify and the
/// commons-rng and commons-statistics libraries. Inputs are never changed; the caller owns every
/// output.
@NullMarked
package org.mixoscope.kernel;

import org.jspecify.annotations.NullMarked;
