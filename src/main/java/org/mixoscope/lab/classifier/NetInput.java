package org.mixoscope.lab.classifier;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Conversion;
import org.mixoscope.image.Fitter;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// What a network takes for a picture.
///
/// @param channelsFirst N×C×H×W, else N×H×W×C
/// @param channels 3, or 1 for grey
/// @param frame height and width
/// @param takesAny whether the frame was not given by the file
/// @param batch pictures at a time, of which the first counts
public record NetInput(
    boolean channelsFirst, int channels, Frame frame, boolean takesAny, int batch) {
  private static final Set<Long> CHANNELS = Set.of(1L, 3L);
  private static final Frame USUAL = new Frame(224, 224);
  private static final long LONGEST = 8192;
  private static final long MOST_PICTURES = 256;

  /// Of a shape; none if it is no picture's.
  ///
  /// @param sides −1 where they may differ
  /// @param size of pictures where the shape does not say; null for the usual one
  static Optional<NetInput> of(List<Long> sides, @Nullable Frame size) {
    if (sides.size() != 4 || sides.get(0) > MOST_PICTURES) {
      return Optional.empty();
    }
    boolean last = CHANNELS.contains(sides.get(3)) && !CHANNELS.contains(sides.get(1));
    long channels = last ? sides.get(3) : sides.get(1);
    long height = last ? sides.get(1) : sides.get(2);
    long width = last ? sides.get(2) : sides.get(3);
    boolean isPicture =
        (channels < 0 || CHANNELS.contains(channels)) && height <= LONGEST && width <= LONGEST;
    if (!isPicture) {
      return Optional.empty();
    }
    Frame other = Objects.requireNonNullElse(size, USUAL);
    Frame frame =
        new Frame(
            height < 0 ? other.height() : (int) height, width < 0 ? other.width() : (int) width);
    return Optional.of(
        new NetInput(
            !last,
            channels < 0 ? 3 : (int) channels,
            frame,
            height < 0 || width < 0,
            (int) Math.max(1, sides.get(0))));
  }

  /// Its shape.
  int[] sides() {
    return channelsFirst
        ? new int[] {batch, channels, frame.height(), frame.width()}
        : new int[] {batch, frame.height(), frame.width(), channels};
  }

  /// The numbers for a picture, which is stretched to the frame; colour becomes grey or grey colour
  /// where that is taken.
  ///
  /// @param picture uint8 or uint16 HWC of 1 or 3 channels. Not modified
  /// @return new, in the order of memory
  float[] numbers(Pixels picture, Scaling scaling) {
    PixelKind kind = new PixelKind(channels, picture.type());
    Pixels fitted = Fitter.fit(Conversion.to(kind, picture), frame, Fit.STRETCH);
    double white = fitted.type().white();
    int plane = (int) frame.pixels();
    float[] numbers = new float[batch * channels * plane];
    for (int i = 0; i < plane; i++) {
      for (int c = 0; c < channels; c++) {
        int at = scaling.blueFirst() ? channels - 1 - c : c;
        numbers[channelsFirst ? at * plane + i : i * channels + at] =
            scaling.of(fitted.element((long) i * channels + c) / white, c);
      }
    }
    return numbers;
  }

  /// Channels first or last, as the file has it.
  @Override
  public String toString() {
    String size = frame.height() + "×" + frame.width();
    return channelsFirst ? channels + "×" + size : size + "×" + channels;
  }
}
