package org.mixoscope.app.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Small squares of pictures, read when they are asked for: what was asked for last comes first,
/// and what nobody wants any more is not read at all. One at a time, so that a worker is left for
/// the pictures that are mixed. On the FX thread.
public final class Thumbnails {
  /// Twice the size on the screen, for screens with small pixels.
  private static final int SIDE = 96;

  private static final int CAPACITY = 512;

  private final SourceReader reader;
  private final TaskRunner tasks;
  private final Deque<Request> waiting = new ArrayDeque<>();
  private final Map<String, Pixels> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pixels> eldest) {
          return size() > CAPACITY;
        }
      };
  private boolean busy;

  public Thumbnails(SourceReader reader, TaskRunner tasks) {
    this.reader = reader;
    this.tasks = tasks;
  }

  private record Request(String location, Consumer<Pixels> show, Consumer<Exception> fail) {}

  /// The thumbnail of a location if it was read a while ago.
  public @Nullable Pixels known(String location) {
    return known.get(location);
  }

  /// Has a thumbnail read.
  ///
  /// @param show takes it, BGRA, square
  /// @param fail takes the reason why there is none
  /// @return takes the request back: neither is called any more
  public Subscription request(String location, Consumer<Pixels> show, Consumer<Exception> fail) {
    boolean[] wanted = {true};
    Request request =
        new Request(
            location,
            pixels -> {
              if (wanted[0]) {
                show.accept(pixels);
              }
            },
            failure -> {
              if (wanted[0]) {
                fail.accept(failure);
              }
            });
    waiting.push(request);
    readNext();
    return () -> {
      wanted[0] = false;
      waiting.remove(request);
    };
  }

  private void readNext() {
    if (busy || waiting.isEmpty()) {
      return;
    }
    busy = true;
    Request request = waiting.pop();
    tasks.run(
        () -> read(reader, request.location()),
        pixels -> {
          known.put(request.location(), pixels);
          request.show().accept(pixels);
          free();
        },
        failure -> {
          request.fail().accept(failure);
          free();
        });
  }

  private void free() {
    busy = false;
    readNext();
  }

  /// Reads one here and now.
  ///
  /// @return BGRA, square
  /// @throws PictureException if the picture cannot be read
  public static Pixels read(SourceReader reader, String location) throws PictureException {
    Frame square = new Frame(SIDE, SIDE);
    // Nobody writes it: a large photograph need not be decoded whole.
    Picture picture =
        Still.read(reader, location, () -> reader.read(location, Decoding.FAST, square, Fit.COVER))
            .picture();
    Frame whole = picture.frame();
    int side = Math.min(SIDE, Math.min(whole.width(), whole.height()));
    return Prepared.toScreen(picture.in(PixelKind.RGB8, null, new Frame(side, side), Fit.COVER));
  }
}
