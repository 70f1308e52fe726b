package org.mixoscope.cli;

import java.util.concurrent.CountDownLatch;

/// Ctrl+C ends a job before it ends the program, as long as this is open.
final class CtrlC implements AutoCloseable {
  private final CountDownLatch said = new CountDownLatch(1);
  private final Thread hook;

  /// @param cancel has the job end soon. Called from another thread
  CtrlC(Runnable cancel) {
    hook = new Thread(() -> end(cancel), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void end(Runnable cancel) {
    cancel.run();
    try {
      said.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// All is said.
  @Override
  public void close() {
    said.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // It runs just now.
    }
  }
}
