package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/// Hears what native libraries print on a thread: C's variable `stderr` becomes a stream whose text
/// comes here.
///
/// To make one takes a third of a second, so it is made when the first file is suspicious. That
/// file is decoded once more, and from then on all are heard.
final class Heard {
  private static final int LONGEST = 256;
  private static final ThreadLocal<Heard> ON_THREAD = ThreadLocal.withInitial(Heard::new);

  private static volatile boolean listening;

  private final byte[] text = new byte[LONGEST];
  private int length;

  private Heard() {}

  /// Whether what is printed from now on is heard.
  static boolean isListening() {
    return listening;
  }

  /// Begins to listen; nothing is heard where C has no such streams.
  static synchronized void listen() {
    Pointer stderr = Loader.addressof("stderr");
    Optional<MemorySegment> opener = Linker.nativeLinker().defaultLookup().find("fopencookie");
    if (!listening && stderr != null && opener.isPresent()) {
      redirect(stderr.address(), opener.get());
    }
    listening = true;
  }

  /// What has been printed on this thread since this was asked last.
  static String taken() {
    Heard here = ON_THREAD.get();
    String text = new String(here.text, 0, here.length, ISO_8859_1);
    here.length = 0;
    return text;
  }

  @SuppressWarnings("restricted") // Native code is the purpose.
  private static void redirect(long variable, MemorySegment opener) {
    Linker linker = Linker.nativeLinker();
    MemoryLayout pointer = ValueLayout.ADDRESS;
    MethodType type =
        MethodType.methodType(long.class, MemorySegment.class, MemorySegment.class, long.class);
    FunctionDescriptor write =
        FunctionDescriptor.of(ValueLayout.JAVA_LONG, pointer, pointer, ValueLayout.JAVA_LONG);
    // What reads, writes, seeks and closes.
    MemoryLayout functions = MemoryLayout.structLayout(pointer, pointer, pointer, pointer);
    FunctionDescriptor open =
        FunctionDescriptor.of(ValueLayout.ADDRESS, pointer, pointer, functions);
    Arena forEver = Arena.global();
    try {
      MethodHandle written = MethodHandles.lookup().findStatic(Heard.class, "written", type);
      MemorySegment ours = forEver.allocate(functions);
      ours.setAtIndex(ValueLayout.ADDRESS, 1, linker.upcallStub(written, write, forEver));
      MemorySegment stream =
          (MemorySegment)
              linker
                  .downcallHandle(opener, open)
                  .invokeExact(MemorySegment.NULL, forEver.allocateFrom("w"), ours);
      requireUnbuffered(linker, stream);
      MemorySegment.ofAddress(variable)
          .reinterpret(pointer.byteSize())
          .set(ValueLayout.ADDRESS, 0, stream);
    } catch (Throwable e) {
      // Method handles may throw anything; these do not.
      throw new IllegalStateException(e);
    }
  }

  /// So that text arrives on the thread that prints it.
  @SuppressWarnings("restricted")
  private static void requireUnbuffered(Linker linker, MemorySegment stream) throws Throwable {
    MethodHandle setbuf =
        linker.downcallHandle(
            linker.defaultLookup().find("setbuf").orElseThrow(),
            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    setbuf.invokeExact(stream, MemorySegment.NULL);
  }

  /// Called by C. Nothing may be thrown through native code: what is too long is dropped.
  @SuppressWarnings({"restricted", "unused"})
  private static long written(MemorySegment cookie, MemorySegment buffer, long size) {
    Heard here = ON_THREAD.get();
    int count = (int) Math.min(size, LONGEST - here.length);
    MemorySegment.copy(
        buffer.reinterpret(size), ValueLayout.JAVA_BYTE, 0, here.text, here.length, count);
    here.length += count;
    return size;
  }
}
