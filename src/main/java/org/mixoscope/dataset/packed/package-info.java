/// Pictures that lie inside larger files: records of IDX and CIFAR files, members of tar archives.
/// Recipes refer to one as `FILE#WHICH`.
@NullMarked
package org.mixoscope.dataset.packed;

import org.jspecify.annotations.NullMarked;
