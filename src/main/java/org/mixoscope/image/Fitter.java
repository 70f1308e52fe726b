package org.mixoscope.image;

import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.image.OpenCv.Interpolation;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Bytes;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Landing;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.Workspace;

/// Brings pictures to the size of a frame.
///
/// Sides that shrink are averaged by area. Sides that grow are interpolated: pictures by cubics,
/// masks linearly, for a cubic overshoots at the edges of a mask.
public final class Fitter {
  private static final int MAX_FACTOR = 4;
  private static final int RGB = 3;

  /// How often an enlarged picture is in memory: as pixels, and as a file of about that size.
  private static final int COPIES = 2;

  private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

  /// A few rows of a picture a thread: those of a batch are often of one size.
  private static final ThreadLocal<Workspace> WORKSPACES = ThreadLocal.withInitial(Workspace::new);

  private Fitter() {}

  /// The picture in the frame. What [Fit#CONTAIN] leaves free is black.
  ///
  /// @param picture HWC of 1 or 3 channels. Not modified
  /// @return new pixels of the same kind on the heap, or `picture` itself if nothing has to be done
  /// @throws IllegalArgumentException if the picture is of another kind
  public static Pixels fit(Pixels picture, Frame frame, Fit fit) {
    return fitted(picture, frame, fit, Interpolation.CUBIC);
  }

  /// The mask in the frame. What [Fit#CONTAIN] leaves free is black.
  ///
  /// @param mask as the picture of [#fit]. Not modified
  /// @return as [#fit] does, no value outside of those that were there
  /// @throws IllegalArgumentException if the mask is of another kind
  public static Pixels fitMask(Pixels mask, Frame frame, Fit fit) {
    return fitted(mask, frame, fit, Interpolation.LINEAR);
  }

  private static Pixels fitted(Pixels picture, Frame frame, Fit fit, Interpolation growing) {
    Conversion.requirePicture(picture);
    Landing placement = fit.place(picture.frame(), frame);
    Box crop = placement.from();
    Box target = placement.to();
    if (picture.frame().equals(frame)
        && crop.equals(Box.of(frame))
        && target.equals(Box.of(frame))) {
      return picture;
    }
    return placed(picture, placement, frame, growing);
  }

  /// A picture in the frame, of whatever kind and size it was decoded.
  ///
  /// @param pixels of the picture
  static Pixels fit(Pixels pixels, Origin origin, JpegScale scale, Frame frame, Fit fit) {
    return scale.isWhole()
        ? fit(pixels, frame, fit)
        : shrunk(
            pixels, origin, scale, fit.place(origin.turn().upright(origin.stored()), frame), frame);
  }

  private static Pixels shrunk(
      Pixels pixels, Origin origin, JpegScale scale, Landing placement, Frame frame) {
    Box target = placement.to();
    Frame size = new Frame(target.height(), target.width());
    Box part = scale.within(origin, placement.from());
    Box all = Box.of(new Frame(pixels.height() * scale.factor(), pixels.width() * scale.factor()));
    boolean isThere = part.equals(all) && size.equals(pixels.frame());
    Pixels shrunk = isThere ? pixels : pixels.shrunk(part, scale.factor(), size);
    return size.equals(frame) ? shrunk : onBlack(shrunk, frame, target);
  }

  /// Decodes a file and brings it to a frame: the same bytes as [#fit], without a copy of the whole
  /// picture.
  ///
  /// @param file without alpha, of eight bits, upright
  /// @param channels 3, or 1 of a file that is grey
  /// @param stored the size that its header says
  static Pixels decode(
      byte[] file, int channels, Frame stored, JpegScale scale, Frame frame, Fit fit)
      throws BadData {
    Landing placement = fit.place(stored, frame);
    Origin origin = Origin.of(stored, Turn.UPRIGHT);
    return OpenCv.plain(
        file,
        scale.of(stored),
        channels,
        scale.factor(),
        picture ->
            scale.isWhole()
                ? placed(picture, placement, frame, Interpolation.CUBIC)
                : shrunk(picture, origin, scale, placement, frame));
  }

  private static Pixels placed(
      Pixels picture, Landing placement, Frame frame, Interpolation growing) {
    Box target = placement.to();
    Frame size = new Frame(target.height(), target.width());
    Pixels part = scaled(picture, placement.from(), size, growing);
    return size.equals(frame) ? part : onBlack(part, frame, target);
  }

  /// First the sides that shrink, then those that grow.
  private static Pixels scaled(Pixels picture, Box part, Frame size, Interpolation growing) {
    Frame smaller =
        new Frame(Math.min(part.height(), size.height()), Math.min(part.width(), size.width()));
    Pixels shrunk = picture.resized(part, smaller, Resampling.AREA, WORKSPACES.get());
    return smaller.equals(size) ? shrunk : OpenCv.resize(shrunk, size, growing);
  }

  /// Every pixel as a square of pixels, so that they can be told apart.
  ///
  /// @param picture HWC of 1 or 3 channels. Not modified
  /// @param factor 1…4; 1 gives `picture` itself
  /// @throws IllegalArgumentException if the factor is another, the picture of another kind, or
  ///   what comes of it larger than [#requireRoom] permits
  public static Pixels enlarge(Pixels picture, int factor) {
    Conversion.requirePicture(picture);
    if (factor < 1 || factor > MAX_FACTOR) {
      throw new IllegalArgumentException("factor = " + factor + ": needs 1 to " + MAX_FACTOR);
    }
    if (factor == 1) {
      return picture;
    }
    requireRoom(picture.frame(), factor);
    Frame size = new Frame(picture.height() * factor, picture.width() * factor);
    return OpenCv.resize(picture, size, Interpolation.NEAREST);
  }

  /// Refuses to enlarge what would not fit into memory.
  ///
  /// @throws IllegalArgumentException if it does not; the message names the largest factor that
  ///   does
  public static void requireRoom(Frame frame, int factor) {
    Runtime machine = Runtime.getRuntime();
    long free = machine.maxMemory() - machine.totalMemory() + machine.freeMemory();
    requireRoom(frame, factor, Math.min(free / COPIES, LONGEST_ARRAY));
  }

  /// @param mostBytes of the enlarged picture
  static void requireRoom(Frame frame, int factor, long mostBytes) {
    int possible = factor;
    while (possible > 1 && frame.pixels() * RGB * possible * possible > mostBytes) {
      possible--;
    }
    if (possible < factor) {
      String size =
          "%d×%d".formatted((long) frame.width() * factor, (long) frame.height() * factor);
      throw new RefusedException(ImageReason.SCALE_TOO_LARGE.of(factor, size, possible));
    }
  }

  private static Pixels onBlack(Pixels part, Frame frame, Box target) {
    PixelKind kind = PixelKind.of(part);
    Pixels whole = new Samples(Samples.room(frame, kind), frame, kind, false).pixels();
    long rowBytes = (long) part.width() * kind.bytes();
    for (int y = 0; y < part.height(); y++) {
      long to = ((long) (target.y1() + y) * frame.width() + target.x1()) * kind.bytes();
      Bytes.copy(part.memory(), y * rowBytes, whole.memory(), to, rowBytes);
    }
    return whole;
  }
}
