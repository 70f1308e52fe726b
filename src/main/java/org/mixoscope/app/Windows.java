package org.mixoscope.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.mixoscope.app.memory.Remembered;

/// The windows that are open. What the last one to close leaves is what the next program finds.
final class Windows {
  private final AtomicInteger open = new AtomicInteger();
  private final CompletableFuture<Remembered> last = new CompletableFuture<>();

  /// One more.
  ///
  /// @return completed with what it leaves when it closes, or with the defect that ends all
  CompletableFuture<Remembered> one() {
    open.incrementAndGet();
    CompletableFuture<Remembered> left = new CompletableFuture<>();
    var _ =
        left.whenComplete(
            (remembered, defect) -> {
              boolean isLast = open.decrementAndGet() == 0;
              if (defect != null) {
                last.completeExceptionally(defect);
              } else if (isLast) {
                last.complete(remembered);
              }
            });
    return left;
  }

  /// What is left when all are closed.
  CompletableFuture<Remembered> left() {
    return last;
  }
}
