/// The Explore screen: one mix, with every number of it. Each pane is a class that shows some of
/// the state.
@NullMarked
package org.mixoscope.app.explore;

import org.jspecify.annotations.NullMarked;
