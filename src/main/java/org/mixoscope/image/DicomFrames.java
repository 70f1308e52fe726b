package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mixoscope.kernel.Frame;

/// The frames in the pixels of a DICOM file: one after the other, or each packed by itself.
final class DicomFrames {
  private static final String RUNS = "1.2.840.10008.1.2.5";
  private static final Set<String> JPEG =
      Set.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51");

  private static final int ITEM = 0xFFFE_E000;
  private static final int END = 0xFFFE_E0DD;
  private static final int HEADER_OF_RUNS = 64;

  private final DicomElements elements;
  private final ByteBuffer data;
  private final DicomElements.Value pixels;
  private final int frames;
  private final int samples;
  private final int size;

  /// @param type of the numbers
  DicomFrames(DicomElements elements, Frame frame, int frames, int channels, NumberType type)
      throws BadData {
    this.elements = elements;
    this.frames = frames;
    data = elements.data();
    int tag =
        switch (type) {
          case FLOAT32 -> DicomElements.FLOATS;
          case FLOAT64 -> DicomElements.DOUBLES;
          default -> DicomElements.PIXELS;
        };
    pixels = elements.value(tag);
    samples = Math.toIntExact(frame.pixels() * channels);
    size = type.bytes();
    boolean packed = pixels.length() < 0;
    if (pixels.at() == 0) {
      throw BadData.damaged();
    }
    if (packed && !isJpeg() && !elements.syntax().equals(RUNS)) {
      throw BadData.unsupported(Unsupported.DICOM_OF_SYNTAX, elements.syntax());
    }
    if (!packed && (long) samples * size * frames > Math.min(pixels.length(), room())) {
      throw BadData.damaged();
    }
  }

  private int room() {
    return data.limit() - pixels.at();
  }

  static boolean isJpeg(String syntax) {
    return JPEG.contains(syntax);
  }

  boolean isJpeg() {
    return pixels.length() < 0 && isJpeg(elements.syntax());
  }

  /// The bytes of a frame, those of a number in the order of the buffer.
  ///
  /// @param number from 1
  ByteBuffer plain(int number) throws BadData {
    int bytes = Math.multiplyExact(samples, size);
    return pixels.length() < 0
        ? ByteBuffer.wrap(unpacked(packed(number), bytes)).order(ByteOrder.LITTLE_ENDIAN)
        : data.slice(pixels.at() + (number - 1) * bytes, bytes).order(data.order());
  }

  /// A frame as it is packed.
  ///
  /// @param number from 1
  byte[] packed(int number) throws BadData {
    List<byte[]> fragments = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int start = 0;
    byte[] table = {};
    for (int at = pixels.at(), item = 0; ; item++) {
      int tag = (data.getShort(at) & 0xFFFF) << 16 | (data.getShort(at + 2) & 0xFFFF);
      int length = data.getInt(at + 4);
      if (tag == END) {
        break;
      }
      if (tag != ITEM || length < 0 || length > data.limit() - at - 8) {
        throw BadData.damaged();
      }
      byte[] bytes = new byte[length];
      data.get(at + 8, bytes);
      if (item == 0) {
        table = bytes;
        start = at + 8 + length;
      } else {
        fragments.add(bytes);
        places.add(at - start);
      }
      at += 8 + length;
    }
    if (fragments.size() < frames) {
      throw BadData.damaged();
    }
    if (fragments.size() == frames) {
      return fragments.get(number - 1);
    }
    if (frames > 1 && table.length != frames * Integer.BYTES) {
      throw BadData.unsupported(Unsupported.RARE);
    }
    return joined(fragments, places, table, number);
  }

  /// Fragments from where a frame begins to where the next one does.
  private byte[] joined(List<byte[]> fragments, List<Integer> places, byte[] table, int number) {
    ByteBuffer offsets = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
    int from = frames == 1 ? 0 : offsets.getInt((number - 1) * Integer.BYTES);
    int end = number == frames ? Integer.MAX_VALUE : offsets.getInt(number * Integer.BYTES);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < fragments.size(); i++) {
      if (places.get(i) >= from && places.get(i) < end) {
        all.writeBytes(fragments.get(i));
      }
    }
    return all.toByteArray();
  }

  /// Runs of the highest bytes of all samples, then of the next ones; those of one channel after
  /// the other, which is the order that pixels have here.
  private byte[] unpacked(byte[] packed, int bytes) throws BadData {
    ByteBuffer header = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    int channels = header.getInt(0) / size;
    if (header.getInt(0) != channels * size || channels < 1 || samples % channels != 0) {
      throw BadData.damaged();
    }
    int perChannel = samples / channels;
    byte[] out = new byte[bytes];
    byte[] part = new byte[perChannel];
    for (int segment = 0; segment < channels * size; segment++) {
      int from = header.getInt(Integer.BYTES * (segment + 1));
      int end =
          segment + 1 < channels * size
              ? header.getInt(Integer.BYTES * (segment + 2))
              : packed.length;
      if (from < HEADER_OF_RUNS || end < from || end > packed.length) {
        throw BadData.damaged();
      }
      if (PackBits.unpack(Arrays.copyOfRange(packed, from, end), part) < perChannel) {
        throw BadData.damaged();
      }
      int place = size - 1 - segment % size;
      for (int i = 0; i < perChannel; i++) {
        out[(i * channels + segment / size) * size + place] = part[i];
      }
    }
    return out;
  }
}
