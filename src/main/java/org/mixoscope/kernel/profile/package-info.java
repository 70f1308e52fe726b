/// How other frameworks mix: their conventions as profiles, and what timm draws, number for number,
/// so that a training run can be looked at again.
///
/// A profile ends where the kernel begins: it says which samples are mixed, by which method and
/// draw, and the kernel mixes them. May import the kernel, its methods and batches.
@NullMarked
package org.mixoscope.kernel.profile;

import org.jspecify.annotations.NullMarked;
