/// Data sets to read: pictures with class names, indices or soft labels, in the layouts that people
/// have them in. Each is listed once, a few dozen bytes a picture; a picture is read when it is
/// wanted.
@NullMarked
package org.mixoscope.dataset.labelled;

import org.jspecify.annotations.NullMarked;
