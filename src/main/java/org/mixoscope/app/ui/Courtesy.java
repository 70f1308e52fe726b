package org.mixoscope.app.ui;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Who works for long lets the window go first where both want a core: it asks for little, sixty
/// times a second, and would wait each time until a turn of the other is over.
final class Courtesy {
  /// `PRIO_PROCESS` and 0: the thread that asks, on Linux.
  private static final int THREAD = 0;

  private static final int SELF = 0;
  private static final int NICE = 10;
  private static final Linker LINKER = Linker.nativeLinker();

  /// Java's own priorities mean nothing there.
  @SuppressWarnings("restricted") // the signature is that of the C library
  private static final Optional<MethodHandle> SET_PRIORITY =
      System.getProperty("os.name").equals("Linux")
          ? LINKER
              .defaultLookup()
              .find("setpriority")
              .map(
                  function ->
                      LINKER.downcallHandle(
                          function,
                          FunctionDescriptor.of(
                              ValueLayout.JAVA_INT,
                              ValueLayout.JAVA_INT,
                              ValueLayout.JAVA_INT,
                              ValueLayout.JAVA_INT)))
          : Optional.empty();

  private Courtesy() {}

  /// Work for a thread of its own, which is content with what is left, as are those that it begins.
  /// Where a system does not grant that, all is as before.
  static Runnable of(Runnable work) {
    return () -> {
      SET_PRIORITY.ifPresent(Courtesy::call);
      work.run();
    };
  }

  private static void call(MethodHandle setPriority) {
    try {
      int _ = (int) setPriority.invokeExact(THREAD, SELF, NICE);
    } catch (Throwable e) {
      throw new AssertionError("the C library throws nothing", e);
    }
  }
}
