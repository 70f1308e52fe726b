package org.mixoscope.clip;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Reason;

/// Why clips cannot be read, mixed or written, and what was done to those that do not fit.
public enum ClipReason implements Reason {
  /// Folder.
  NO_FRAMES("{0}: has no pictures; name a folder with the frames of one clip"),
  /// The path that should be one.
  NO_FOLDER("{0}: is no folder; name one with a sub-folder of clips for each class"),
  /// File.
  NO_VIDEO("{0}: has no moving pictures, or its header is damaged; copy it once more"),
  /// File, what FFmpeg says.
  NOT_A_CLIP("{0}: is no video that can be read ({1}); name a folder of frames, a GIF or a video"),
  /// File, the codec.
  NO_DECODER("{0}: is of {1}, which is not decoded here; convert it to H.264"),
  /// File.
  NOTHING_DECODED("{0}: not one frame of it can be decoded; copy it once more"),
  /// File, its size, its megapixels, the limit.
  TOO_LARGE("{0}: has frames of {1} = {2} megapixels; the limit is {3}, raise it"),
  /// File, format.
  NO_ENCODER("{0}: this system has no encoder for {1}; write .gif, .npy or a folder of frames"),
  /// File, its size, a size that will do.
  ODD_SIZE("{0}: needs even sides, not {1}; add --size {2}"),
  /// File, what the system says.
  NOT_WRITABLE("{0}: cannot be written ({1}); choose another place"),
  /// Folder.
  NOT_EMPTY("{0}: is a folder with files in it; name a new one for the frames"),
  /// File, the type of numbers.
  NOT_OF_THESE_NUMBERS("{0}: cannot hold numbers of type {1}; write .npy, .tiff or .nii.gz"),
  /// Nothing.
  NOTHING_MOVES("no source moves; name a clip, or say by --frames how long the mix is"),
  /// Letter of a source, frames of it.
  STILL("{0} is a picture: it is the same in all {1} {1:frame|frames}"),
  /// Letter, its frames, its seconds, frames of the mix, seconds of it, how many are left out.
  FEWER(
      "{0} has {1} {1:frame|frames} in {2} s, spread over the {3} of the mix in {4} s: {5} left"
          + " out"),
  /// Letter, its frames, its seconds, frames of the mix, seconds of it, how many are repeated.
  MORE(
      "{0} has {1} {1:frame|frames} in {2} s, spread over the {3} of the mix in {4} s: {5} shown"
          + " again"),
  /// Letter, slices, size of the first.
  VOLUME("{0} is a volume of {1} {1:slice|slices} of {2}; all of them are taken"),
  /// Letter, page, pages.
  ONE_PAGE("{0} is page {1} of the {2} of its file; #all behind the file takes all of them"),
  /// Letter, its slices, slices of the mix, how many are left out.
  FEWER_SLICES("{0} has {1} {1:slice|slices}, spread over the {2} of the mix: {3} left out"),
  /// Letter, its slices, slices of the mix, how many are repeated.
  MORE_SLICES("{0} has {1} {1:slice|slices}, spread over the {2} of the mix: {3} taken again"),
  /// Letter, its spacing, that of A.
  OTHER_SPACING(
      "{0} has voxels of {1}, A of {2}: slices are fitted as pictures are, not by millimetres"),
  /// Letter.
  OTHER_AXES("{0} lies in other directions than A: voxels are mixed in the order of the files"),
  /// The type of numbers.
  RESCALED(
      "the numbers of the sources stand for different things: what they stand for is mixed, as"
          + " {0}"),
  /// What numbers stand for.
  SCALED("the numbers are those of the files: {0}"),
  /// The type of numbers.
  NO_WINDOW(
      "slices of {0} that name no window cannot be reduced to eight bits; write .nii.gz, .tiff or"
          + " .npy"),
  /// Nothing.
  FLAT_FIELD(
      "the mask is the same in all slices: --field isotropic --along field makes one in three"
          + " dimensions"),
  /// Nothing.
  NO_GEOMETRY("the file has voxels of 1 mm: A has no geometry of NIfTI for voxels of this size"),
  /// File.
  NO_COLOURS("{0}: holds no colours; write .tiff or .npy"),
  /// File, its slices and size.
  NO_ROOM("{0}: has no room for {1} of {2}; write .npy"),
  /// Letter, frames that were found, frames there should be, about.
  CUT_OFF("{0} is cut off: {1} of {2} {2:frame|frames} {1:is|are} there and {1:is|are} the clip"),
  /// Letter, frames that were found.
  CUT_OFF_BEHIND("{0} is cut off behind frame {1}; those before it are the clip"),
  /// Letter, frames that were lost, all.
  LOST(
      "{0}: {1} of {2} {2:frame|frames} could not be decoded; the one before stands in their"
          + " place"),
  /// Letter, frames, size of the first.
  OTHER_SIZES(
      "{0}: {1} {1:frame is|frames are} not of {2} like the first, and fitted as --fit says"),
  /// Letter, how many slices, of how many.
  LOSSY_SLICES("{0}: {1} of {2} {2:slice was|slices were} compressed with loss"),
  /// Letter, how many.
  OTHER_FILES(
      "{0}: {1} {1:file|files} beside the frames {1:is no picture|are no pictures}, left out"),
  /// Letter, the format of its pixels.
  REDUCED("{0} is of {1}: reduced to eight bits"),
  /// Frames a second.
  EVEN_RATE("the frames do not stay equally long; in the file there are {0} a second"),
  /// Nothing.
  LOSSY("the file is compressed: its pixels are near those of the mix, not equal to them"),
  /// Nothing.
  PALETTES("a GIF has at most 256 colours a frame: its pixels are near those of the mix");

  private final String sentence;

  ClipReason(String sentence) {
    this.sentence = sentence;
  }

  /// The failure.
  ClipException failure(@Nullable Throwable cause, @Nullable Object... details) {
    return new ClipException(of(details), cause);
  }

  @Override
  public String room() {
    return "clip";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
