/// The Explore screen: two pictures, one mix, every number of it.
///
/// [org.mixoscope.app.explore.ExploreModel] holds the state and knows no controls; each pane is a
/// class that shows some of it.
@NullMarked
package org.mixoscope.app.explore;

import org.jspecify.annotations.NullMarked;
