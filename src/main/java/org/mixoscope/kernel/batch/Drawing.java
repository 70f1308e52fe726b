package org.mixoscope.kernel.batch;

import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.Method;

/// How mixes are drawn within a batch: as the method itself draws, or by another framework's
/// convention.
public interface Drawing {
  /// What applies the draws.
  Method method();

  /// Draws the random variables of one mix.
  ///
  /// @param own the stream of this decision; advanced
  /// @param shared a stream that all decisions of the batch see alike, at its start; advanced
  /// @param frame the frame of all samples
  /// @param sources how many sources are mixed, at least 2
  Draw draw(RandomGenerator own, RandomGenerator shared, Frame frame, int sources);

  /// The draw of the first sample of the first batch of the first epoch.
  ///
  /// @param seed key of the random streams
  default Draw first(long seed, Frame frame, int sources) {
    Streams streams = new Streams(seed, 0, 0);
    return draw(streams.of(Purpose.DRAW, 0), streams.of(Purpose.SHARED, 0), frame, sources);
  }

  /// As a method draws by itself.
  static Drawing of(Method method) {
    return new ByItself(method);
  }

  /// As a method draws by itself.
  ///
  /// @param method draws and applies
  record ByItself(Method method) implements Drawing {
    @Override
    public Draw draw(RandomGenerator own, RandomGenerator shared, Frame frame, int sources) {
      return method.draw(own, sources);
    }
  }
}
