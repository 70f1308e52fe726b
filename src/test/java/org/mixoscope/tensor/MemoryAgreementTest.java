package org.mixoscope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.TestTargets;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.method.CopyPaste;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// Every method gives the same mix whoever owns the memory, however it is laid out. Bytes and
/// floats of the same values give the same, rounded.
@BesideWindows
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
        MemorySegment memory =
            switch (type) {
              case UINT8 -> MemorySegment.ofArray(new byte[elements]);
              case UINT16 -> MemorySegment.ofArray(new short[elements]);
              case FLOAT32 -> MemorySegment.ofArray(new float[elements]);
              case FLOAT64 -> MemorySegment.ofArray(new double[elements]);
            };
        return new Lease(memory, memory);
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
        int code =
            switch (type) {
              case UINT8 -> opencv_core.CV_8UC1;
              case UINT16 -> opencv_core.CV_16UC1;
              case FLOAT32 -> opencv_core.CV_32FC1;
              case FLOAT64 -> opencv_core.CV_64FC1;
            };
        Mat mat = new Mat(1, elements, code);
        ByteBuffer bytes = mat.data().capacity(mat.total() * mat.elemSize()).asByteBuffer();
        return new Lease(MemorySegment.ofBuffer(bytes), mat);
      }
    },
    ND4J {
      @Override
      Lease lease(int elements, ElementType type) {
        // No batch is of doubles, but its memory is as good.
        DataType nd4j = type == ElementType.FLOAT64 ? DataType.DOUBLE : ImageBatch.dataType(type);
        INDArray array = Nd4j.createUninitialized(nd4j, 1, 1, 1, elements);
        return new Lease(Memory.of("images", array), array);
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
    return Stream.concat(
        MethodType.all().stream().map(MethodType::initial),
        Stream.of(new CopyPaste(1, 9, 0.5, 0.5, 1), new CopyPaste(1, 9, 2, 2, 0)));
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
    Map<ElementType, double[]> expected = new EnumMap<>(ElementType.class);
    for (ElementType type : ElementType.values()) {
      expected.put(type, mix(method, frame, channels, new Form(Owner.HEAP, type, Layout.HWC)));
      for (Owner owner : Owner.values()) {
        for (Layout layout : Layout.values()) {
          Form form = new Form(owner, type, layout);
          String where = "%s, %s×%d".formatted(form, frame, channels);
          assertArrayEquals(expected.get(type), mix(method, frame, channels, form), where);
        }
      }
    }
    double[] rounded = Arrays.stream(expected.get(ElementType.FLOAT32)).map(Math::rint).toArray();
    // What is resized and then blended is rounded twice.
    double most = method instanceof CopyPaste paste && paste.edge() > 0 ? 1 : 0.1;
    assertArrayEquals(expected.get(ElementType.UINT8), rounded, most, "float32 rounded is uint8");
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
    Inputs inputs =
        new Inputs(frame, sources, mask(frame))
            .with(TestTargets.objects(new Random(3), sources.size(), frame));
    Outcome outcome = Outcome.of(method, draw, inputs, workspace);
    outcome.mix(Blending.SRGB, sources, out, workspace);
    assertTrue(outcome.weights().pixels().stream().allMatch(share -> share >= 0 && share <= 1));
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
          TestPictures.put(picture, y, x, c, random.nextInt(256));
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
}
