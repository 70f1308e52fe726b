/// Moving pictures: folders of frames, animated GIFs and videos, read and written frame by frame so
/// that memory does not grow with their length, and mixed by one draw. Only here videos are opened,
/// by FFmpeg, which is loaded when the first one is. Nothing here knows the screen.
@NullMarked
package org.mixoscope.clip;

import org.jspecify.annotations.NullMarked;
