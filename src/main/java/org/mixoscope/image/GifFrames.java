package org.mixoscope.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// An animated GIF, frame by frame, as a browser shows it: each painted over what the one before
/// left. What no frame covers is white, as in every picture here.
///
/// The file is mapped, not read: one canvas is in memory, however long it is.
public final class GifFrames {
  private static final int CLEARS = 2;
  private static final int RESTORES = 3;
  private static final byte WHITE = (byte) 255;

  /// Browsers show frames of no time, or of a hundredth of a second, for a tenth.
  private static final int LEAST_DELAY = 2;

  private static final int USUAL_DELAY = 10;

  private final String name;
  private final ByteBuffer data;
  private final Frame frame;
  private final List<Integer> delays = new ArrayList<>();
  private final boolean complete;
  private final byte[] canvas;
  private int at;
  private int read;
  private @Nullable GifImage last;
  private byte @Nullable [] before;

  private GifFrames(String name, ByteBuffer data, long maxPixels) throws BadData {
    this.name = name;
    this.data = data;
    frame = GifImage.canvas(data);
    if (frame.pixels() > maxPixels) {
      throw new BadData(
          ImageReason.TOO_LARGE,
          frame,
          PictureReader.mega(frame.pixels()),
          PictureReader.mega(maxPixels));
    }
    at = GifImage.firstBlock(data);
    complete = count();
    canvas = Samples.room(frame, PixelKind.RGB8);
    Arrays.fill(canvas, WHITE);
  }

  /// Opens a file.
  ///
  /// @param maxPixels larger ones are refused before memory is spent on them
  /// @throws PictureException if it cannot be read, or no frame of it is whole
  public static GifFrames open(Path file, long maxPixels) throws PictureException {
    String name = file.toString();
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer data =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      return new GifFrames(name, data, maxPixels);
    } catch (BadData e) {
      throw e.about(name);
    } catch (IndexOutOfBoundsException e) {
      throw ImageReason.DAMAGED.failure(e, name);
    } catch (NoSuchFileException e) {
      throw ImageReason.MISSING.failure(e, name);
    } catch (IOException e) {
      throw ImageReason.UNREADABLE.failure(e, name, e.getMessage());
    } catch (IllegalArgumentException e) {
      // More than two gigabytes cannot be mapped at once.
      throw ImageReason.TOO_LARGE_A_FILE.failure(e, name);
    }
  }

  /// Finds the frames that are whole.
  ///
  /// @return whether the file ends as it should
  private boolean count() throws BadData {
    int from = at;
    try {
      while (GifImage.isNext(data, from)) {
        int next = GifImage.skip(data, from);
        int delay = GifImage.delay(data, from);
        delays.add(delay < LEAST_DELAY ? USUAL_DELAY : delay);
        from = next;
      }
      return true;
    } catch (IndexOutOfBoundsException e) {
      if (delays.isEmpty()) {
        throw BadData.damaged();
      }
      return false;
    }
  }

  /// The size of all frames.
  public Frame frame() {
    return frame;
  }

  /// How long each frame stays, in hundredths of a second, as browsers show it.
  public List<Integer> delays() {
    return List.copyOf(delays);
  }

  /// Whether the file ends as it should; if not, it was cut off behind the last frame.
  public boolean isComplete() {
    return complete;
  }

  /// The next frame.
  ///
  /// @return uint8 RGB HWC on the heap, good until the next one is asked for; null behind the last
  /// @throws PictureException if it is damaged
  public @Nullable Pixels next() throws PictureException {
    if (read == delays.size()) {
      return null;
    }
    GifImage shown = last;
    if (shown != null && shown.control().disposal() == CLEARS) {
      shown.clear(canvas, frame, WHITE);
    } else if (before != null) {
      System.arraycopy(before, 0, canvas, 0, canvas.length);
    }
    try {
      GifImage next = GifImage.read(data, at, frame);
      before = next.control().disposal() == RESTORES ? canvas.clone() : null;
      next.paint(canvas, frame);
      at = next.end();
      last = next;
      read++;
      return Pixels.of(canvas, frame, 3);
    } catch (BadData e) {
      throw e.about(name);
    } catch (IndexOutOfBoundsException e) {
      throw ImageReason.DAMAGED.failure(e, name);
    }
  }
}
