/// What is trained on: points of the plane, the digits that are shipped, pictures of a data set.
@NullMarked
package org.mixoscope.lab.data;

import org.jspecify.annotations.NullMarked;
