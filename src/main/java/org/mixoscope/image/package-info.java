/// Pictures in and out: decoding, fitting to a frame, encoding, and the recipe inside a file.
///
/// The only package that knows OpenCV; nothing of it shows in a public signature. FFmpeg is asked
/// for what OpenCV cannot decode, behind [FfmpegPicture]. Imports the kernel and the JDK, no
/// JavaFX. A file that cannot be read or written is refused with a [PictureException] whose message
/// is a sentence for the user; nothing is ever printed.
@NullMarked
package org.mixoscope.image;

import org.jspecify.annotations.NullMarked;
