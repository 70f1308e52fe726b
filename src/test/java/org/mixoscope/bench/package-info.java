/// Benchmarks of the kernel, and what runs them and puts them beside their baselines.
@NullMarked
package org.mixoscope.bench;

import org.jspecify.annotations.NullMarked;
