/// Training with and without mixing: small networks in plain Java, of which one seed gives the same
/// bits on every machine. Whatever is larger is trained elsewhere, from what Mixoscope writes.
@NullMarked
package org.mixoscope.lab;

import org.jspecify.annotations.NullMarked;
