package org.mixoscope.app.state;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// What tells the moments of the screen while it plays.
interface Ticks {
  void start();

  void stop();

  static Ticks ofScreen(LongConsumer tick) {
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            tick.accept(now);
          }
        };
    return new Ticks() {
      @Override
      public void start() {
        timer.start();
      }

      @Override
      public void stop() {
        timer.stop();
      }
    };
  }
}
