package org.mixoscope.app.tune;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.ImageReason;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Pictures in the size of a strip. They are kept: while a slider is dragged, the same ones are
/// mixed again and again. Threads may share it.
final class SmallPictures {
  /// The pictures of two strips, of as many sources as a method can mix.
  private static final int CAPACITY = 2 * Strip.SAMPLES * 8;

  private final SourceReader reader = new SourceReader(new PictureReader());
  private final ClipReader clips = new ClipReader(reader);
  private final Map<Key, Pixels> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Pixels> eldest) {
          return size() > CAPACITY;
        }
      };

  private record Key(String location, Frame frame, Fit fit) {}

  /// @return uint8 RGB. Not to be modified
  /// @throws PictureException if it cannot be read
  Pixels get(String location, Frame frame, Fit fit) throws PictureException {
    Key key = new Key(location, frame, fit);
    synchronized (kept) {
      Pixels known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Pixels read = read(location, frame, fit);
    synchronized (kept) {
      kept.put(key, read);
    }
    return read;
  }

  /// A clip is its first frame.
  private Pixels read(String location, Frame frame, Fit fit) throws PictureException {
    try {
      ClipReader.FirstFrame first = clips.first(location);
      return first == null
          ? reader.read(location, frame, fit)
          : first.picture().in(PixelKind.RGB8, null, frame, fit);
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw ImageReason.UNREADABLE.failure(e, location, e.getMessage());
    }
  }
}
