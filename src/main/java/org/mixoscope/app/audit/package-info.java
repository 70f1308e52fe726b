/// The Audit screen: the label that every framework would give to the mix of the moment, beside
/// what its pixels show.
@NullMarked
package org.mixoscope.app.audit;

import org.jspecify.annotations.NullMarked;
