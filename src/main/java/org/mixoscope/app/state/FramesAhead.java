package org.mixoscope.app.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The frames that are read ahead while a clip plays. Places of frames count on where the clip
/// begins again.
///
/// For the FX thread.
final class FramesAhead {
  private static final int MOST = 8;

  /// Nor is more than one so far ahead: another stride would be seen too late.
  private static final int FARTHEST = 12;

  /// What is read ahead takes no more of the memory, but for one frame.
  private static final int PART_OF_MEMORY = 16;

  private final Deque<Ready> ready = new ArrayDeque<>();
  private long asked;
  private int underWay;
  private int room = 1;

  /// A frame that was read.
  record Ready(long place, Projector.Seen seen) {}

  /// Reads a frame, or passes it where it would come too late.
  interface Reading {
    /// @param came gets it, or null; it is not called where others were asked for since
    void read(long place, Consumer<Projector.@Nullable Seen> came);
  }

  /// Those that were read, and are being read, are not wanted any more.
  ///
  /// @param from the first that is
  /// @param seen what stays on the screen; null for nothing
  void restart(long from, Projector.@Nullable Seen seen) {
    ready.forEach(one -> one.seen().letGo(seen));
    ready.clear();
    underWay = 0;
    asked = from - 1;
  }

  /// As many as there is memory for, of frames like this one.
  void fit(Projector.Seen like) {
    long memory = Runtime.getRuntime().maxMemory() / PART_OF_MEMORY;
    room = Math.clamp(memory / Math.max(1, like.bytes()), 1, MOST);
  }

  /// The last that is due; those before it are left out.
  @Nullable Ready due(long place) {
    Ready last = null;
    while (!ready.isEmpty() && ready.getFirst().place() <= place) {
      Ready next = ready.removeFirst();
      if (last != null) {
        last.seen().letGo(next.seen());
      }
      last = next;
    }
    return last;
  }

  /// Has as many read as there is room for.
  ///
  /// @param from none before it
  /// @param end none from here on
  /// @param stride every how many of them
  void read(long from, long end, int stride, Reading reading) {
    while (underWay + ready.size() < room) {
      // The last frame is never left out.
      long place = Math.max(from, Math.min(asked + stride, end - 1));
      if (place <= asked || place >= end) {
        return;
      }
      if (place - from > FARTHEST && underWay + ready.size() > 1) {
        return;
      }
      asked = place;
      underWay++;
      reading.read(
          place,
          seen -> {
            underWay--;
            if (seen != null) {
              ready.add(new Ready(place, seen));
            }
          });
    }
  }
}
