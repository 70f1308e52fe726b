package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Memory that other people own, at any alignment, gives the same bytes as an array of ours.
class MixerMemoryTest {
  private static final byte GUARD = 0x5A;

  /// Elements of 61·45·3 = 8235 pixels: three chunks, the last of an odd length.
  private static final Frame FRAME = new Frame(61, 45);

  /// Who owns a picture's memory.
  enum Owner {
    BYTE_ARRAY {
      @Override
      MemorySegment allocate(long bytes, Arena arena) {
        return MemorySegment.ofArray(new byte[(int) bytes]);
      }
    },
    INT_ARRAY {
      @Override
      MemorySegment allocate(long bytes, Arena arena) {
        return MemorySegment.ofArray(new int[(int) (bytes + 3) / 4]);
      }
    },
    FLOAT_ARRAY {
      @Override
      MemorySegment allocate(long bytes, Arena arena) {
        return MemorySegment.ofArray(new float[(int) (bytes + 3) / 4]);
      }
    },
    OFF_HEAP {
      @Override
      MemorySegment allocate(long bytes, Arena arena) {
        return arena.allocate(bytes);
      }
    },
    OFF_HEAP_SLICE_AT_AN_ODD_OFFSET {
      @Override
      MemorySegment allocate(long bytes, Arena arena) {
        return arena.allocate(bytes + 16).asSlice(7, bytes + 5);
      }
    },
    ARRAY_SLICE_AT_AN_ODD_OFFSET {
      @Override
      MemorySegment allocate(long bytes, Arena arena) {
        return MemorySegment.ofArray(new byte[(int) bytes + 9]).asSlice(3);
      }
    };

    abstract MemorySegment allocate(long bytes, Arena arena);
  }

  @ParameterizedTest
  @EnumSource
  void mixIsTheSameWhoeverOwnsTheMemory(Owner owner) {
    for (ElementType type : ElementType.values()) {
      for (Layout layout : Layout.values()) {
        for (Blending blending : Blending.values()) {
          assertSameBytes(owner, type, layout, blending);
        }
      }
    }
  }

  private static void assertSameBytes(
      Owner owner, ElementType type, Layout layout, Blending blending) {
    Random random = new Random(type.bytes());
    for (Composition composition :
        List.of(
            TestPictures.blend(random, FRAME, 2),
            Blend.pair(FRAME, 1),
            TestPictures.blend(random, FRAME, 3),
            TestPictures.patchwork(random, FRAME, 3, 5),
            TestPictures.matte(random, FRAME, 1))) {
      List<Pixels> sources =
          TestPictures.random(random, composition.sources(), FRAME, 3, type, layout);
      byte[] expected = TestPictures.bytes(Mixer.mix(composition, blending, sources));
      try (Arena arena = Arena.ofConfined()) {
        List<Pixels> theirs = sources.stream().map(s -> copy(s, owner, arena)).toList();
        MemorySegment memory = owner.allocate(expected.length, arena).fill(GUARD);
        Pixels out = TestPictures.over(memory, sources.getFirst());

        Mixer.mix(composition, blending, theirs, out);

        assertArrayEquals(expected, TestPictures.bytes(out));
        for (long at = out.byteSize(); at < memory.byteSize(); at++) {
          assertEquals(GUARD, memory.get(ValueLayout.JAVA_BYTE, at), "behind the pixels");
        }
      }
    }
  }

  private static Pixels copy(Pixels pixels, Owner owner, Arena arena) {
    MemorySegment memory = owner.allocate(pixels.byteSize(), arena).fill(GUARD);
    MemorySegment.copy(pixels.memory(), 0, memory, 0, pixels.byteSize());
    return TestPictures.over(memory, pixels);
  }

  @Test
  void picturesAreTheSameAsTheirCopiesInOtherMemoryOnly() {
    Pixels picture = TestPictures.random(new Random(1), FRAME, 3, ElementType.UINT8, Layout.HWC);
    try (Arena arena = Arena.ofConfined()) {
      Pixels copy = copy(picture, Owner.OFF_HEAP_SLICE_AT_AN_ODD_OFFSET, arena);

      assertTrue(picture.sameAs(copy));

      byte last = copy.memory().get(ValueLayout.JAVA_BYTE, copy.byteSize() - 1);
      copy.memory().set(ValueLayout.JAVA_BYTE, copy.byteSize() - 1, (byte) (last + 1));
      assertFalse(picture.sameAs(copy));
    }
  }

  @Test
  void pixelsShareTheArrayTheyAreMadeOf() {
    byte[] array = new byte[12];
    Pixels pixels = Pixels.of(array, new Frame(2, 2), 3);

    array[11] = 77;

    assertEquals(77, pixels.valueAt(1, 1, 2));
    assertSame(array, pixels.memory().heapBase().orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void allocatedPixelsAreBlackAndOfTheSameShape(ElementType type) {
    Pixels like = TestPictures.random(new Random(1), FRAME, 3, type, Layout.CHW);

    Pixels fresh = like.allocateLike();

    assertTrue(fresh.sameShape(like));
    assertArrayEquals(new byte[(int) like.byteSize()], TestPictures.bytes(fresh));
  }
}
