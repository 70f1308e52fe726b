package org.mixoscope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// Every method gives the same mix whoever owns the memory, however it is laid out, and whether
/// values are bytes or floats.
class MemoryAgreementTest {
  private static final List<Frame> FRAMES =
      List.of(new Frame(1, 1), new Frame(1, 6), new Frame(9, 7), new Frame(40, 33));
  private static final List<Integer> CHANNELS = List.of(1, 3, 4);
  private static final int SOURCES = 5;

  /// Who owns a picture's memory.
  enum Owner {
    HEAP {
      @Override
      Lease lease(int elements, ElementType type) {
        return type == ElementType.UINT8
            ? new Lease(MemorySegment.ofArray(new byte[elements]), elements)
            : new Lease(MemorySegment.ofArray(new float[elements]), elements);
      }
    },
    OFF_HEAP_AT_AN_ODD_ADDRESS {
      @Override
      Lease lease(int elements, ElementType type) {
        Arena arena = Arena.ofAuto();
        return new Lease(arena.allocate((long) elements * type.bytes() + 1).asSlice(1), arena);
      }
    },
    OPENCV {
      @Override
      Lease lease(int elements, ElementType type) {
        int code = type == ElementType.UINT8 ? opencv_core.CV_8UC1 : opencv_core.CV_32FC1;
        Mat mat = new Mat(1, elements, code);
        ByteBuffer bytes = mat.data().capacity(mat.total() * mat.elemSize()).asByteBuffer();
        return new Lease(MemorySegment.ofBuffer(bytes), mat);
      }
    },
    ND4J {
      @Override
      Lease lease(int elements, ElementType type) {
        DataType code = type == ElementType.UINT8 ? DataType.UINT8 : DataType.FLOAT;
        INDArray array = Nd4j.createUninitialized(code, 1, 1, 1, elements);
        return new Lease(ImageBatch.of("images", array).memory(), array);
      }
    },
    SCREEN {
      @Override
      Lease lease(int elements, ElementType type) {
        int pixels = (elements * type.bytes() + 3) / 4;
        ByteBuffer memory = ByteBuffer.allocateDirect(pixels * 4);
        PixelBuffer<ByteBuffer> buffer =
            new PixelBuffer<>(pixels, 1, memory, PixelFormat.getByteBgraPreInstance());
        return new Lease(MemorySegment.ofBuffer(buffer.getBuffer()), buffer);
      }
    };

    abstract Lease lease(int elements, ElementType type);
  }

  /// Memory, and what keeps it.
  private record Lease(MemorySegment memory, Object owner) {}

  /// A way to store pictures.
  private record Form(Owner owner, ElementType type, Layout layout) {}

  @BeforeAll
  static void loadNatives() {
    PictureReader.warmUp();
  }

  static Stream<Method> methods() {
    return MethodType.all().stream().map(MethodType::initial);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodMixesAlikeInAllMemory(Method method) {
    for (Frame frame : FRAMES) {
      for (int channels : CHANNELS) {
        checkAll(method, frame, channels);
      }
    }
  }

  private static void checkAll(Method method, Frame frame, int channels) {
    Form plain = new Form(Owner.HEAP, ElementType.UINT8, Layout.HWC);
    Form floats = new Form(Owner.HEAP, ElementType.FLOAT32, Layout.HWC);
    double[] expected = mix(method, frame, channels, plain);
    double[] expectedFloats = mix(method, frame, channels, floats);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], Math.rint(expectedFloats[i]), 0, "float32 rounded is uint8");
    }
    for (Owner owner : Owner.values()) {
      for (Layout layout : Layout.values()) {
        String where = "%s, %s, %s×%d".formatted(owner, layout, frame, channels);
        Form bytes = new Form(owner, ElementType.UINT8, layout);
        assertArrayEquals(expected, mix(method, frame, channels, bytes), where);
        Form other = new Form(owner, ElementType.FLOAT32, layout);
        assertArrayEquals(expectedFloats, mix(method, frame, channels, other), where);
      }
    }
  }

  /// The values of a mix, row by row, channels innermost.
  private static double[] mix(Method method, Frame frame, int channels, Form form) {
    List<Object> owners = new ArrayList<>();
    Random random = new Random(11);
    List<Pixels> sources = new ArrayList<>();
    for (int k = 0; k < method.type().mixed(SOURCES); k++) {
      sources.add(picture(frame, channels, form, owners));
      fill(sources.getLast(), random);
    }
    Pixels out = picture(frame, channels, form, owners);
    Workspace workspace = new Workspace();
    Draw draw = method.draw(RandomStreams.of(7, 0, frame.height()), SOURCES);
    Inputs inputs = new Inputs(frame, sources, mask(frame));
    Composition composition = method.compose(draw, inputs, workspace);
    Mixer.mix(composition, Blending.SRGB, sources, out, workspace);
    assertTrue(composition.shares().stream().allMatch(share -> share >= 0 && share <= 1));
    double[] values = values(out);
    Reference.reachabilityFence(owners);
    return values;
  }

  private static Pixels picture(Frame frame, int channels, Form form, List<Object> owners) {
    int elements = Math.toIntExact(frame.pixels() * channels);
    Lease lease = form.owner.lease(elements, form.type);
    owners.add(lease.owner);
    return new Pixels(
        lease.memory, frame.height(), frame.width(), channels, form.type, form.layout);
  }

  private static Pixels mask(Frame frame) {
    byte[] grey = new byte[(int) frame.pixels()];
    new Random(5).nextBytes(grey);
    return Pixels.of(grey, frame, 1);
  }

  private static void fill(Pixels picture, Random random) {
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        for (int c = 0; c < picture.channels(); c++) {
          int value = random.nextInt(256);
          long element = element(picture, y, x, c);
          if (picture.type() == ElementType.UINT8) {
            picture.memory().set(ValueLayout.JAVA_BYTE, element, (byte) value);
          } else {
            picture.memory().set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4 * element, value);
          }
        }
      }
    }
  }

  private static double[] values(Pixels picture) {
    double[] values = new double[Math.toIntExact(picture.elements())];
    int i = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        for (int c = 0; c < picture.channels(); c++) {
          values[i++] = picture.valueAt(y, x, c);
        }
      }
    }
    return values;
  }

  private static long element(Pixels picture, int y, int x, int c) {
    return picture.layout() == Layout.HWC
        ? ((long) y * picture.width() + x) * picture.channels() + c
        : ((long) c * picture.height() + y) * picture.width() + x;
  }
}
