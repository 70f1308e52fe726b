package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mixoscope.kernel.Frame;

/// The frames in the pixels of a DICOM file: one after the other, or each packed by itself.
final class DicomFrames {
  private static final TransferSyntax EXTENDED = TransferSyntax.JPEG_EXTENDED;
  private static final int ITEM = 0xFFFE_E000;
  private static final int END = 0xFFFE_E0DD;
  private static final int HEADER_OF_RUNS = 64;

  private final String syntax;
  private final Frame frame;
  private final int channels;
  private final boolean chroma;
  private final ByteBuffer data;
  private final DicomElements.Value pixels;
  private final int frames;
  private final int samples;
  private final int size;

  /// @param type of the numbers
  /// @param chroma whether channels of a JPEG are luma and chroma where it does not say so itself
  DicomFrames(
      DicomElements elements,
      Frame frame,
      int frames,
      int channels,
      NumberType type,
      boolean chroma)
      throws BadData {
    syntax = elements.syntax();
    this.frame = frame;
    this.channels = channels;
    this.chroma = chroma;
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
    if (pixels.at() == 0) {
      throw BadData.damaged();
    }
    if (isPacked() && !isRead(type)) {
      throw TransferSyntax.refusal(syntax);
    }
    if (!isPacked() && (long) samples * size * frames > Math.min(pixels.length(), room())) {
      throw BadData.damaged();
    }
  }

  private int room() {
    return data.limit() - pixels.at();
  }

  boolean isPacked() {
    return pixels.length() < 0;
  }

  private boolean isRead(NumberType type) {
    return switch (TransferSyntax.of(syntax).packing()) {
      case RUNS -> true;
      // Of 12 bits only what is called so: others would be progressive.
      case JPEG -> size == 1 || (size == 2 && TransferSyntax.of(syntax) == EXTENDED);
      case LOSSLESS_JPEG, JPEG_LS, JPEG_2000 -> type.isWhole() && size <= 2;
      case UNKNOWN -> false;
    };
  }

  /// The bytes of a frame, those of a number in the order of the buffer; of what was packed the
  /// channels of a pixel stand together.
  ///
  /// @param number from 1
  ByteBuffer plain(int number) throws BadData {
    int bytes = Math.multiplyExact(samples, size);
    if (!isPacked()) {
      return data.slice(pixels.at() + (number - 1) * bytes, bytes).order(data.order());
    }
    byte[] packed = packed(number);
    byte[] unpacked =
        switch (TransferSyntax.of(syntax).packing()) {
          // OpenCV's JPEG has eight bits.
          case JPEG ->
              size == 1 ? jpeg(packed) : bytes(FfmpegPicture.jpeg(packed, frame, channels), bytes);
          case LOSSLESS_JPEG -> bytes(LosslessJpeg.decode(packed, frame, channels), bytes);
          case JPEG_LS -> bytes(FfmpegPicture.jpegLs(packed, frame, channels), bytes);
          case JPEG_2000 -> bytes(FfmpegPicture.jpeg2000(packed, frame, channels), bytes);
          case RUNS, UNKNOWN -> unpacked(packed, bytes);
        };
    return ByteBuffer.wrap(unpacked).order(ByteOrder.LITTLE_ENDIAN);
  }

  private byte[] jpeg(byte[] packed) throws BadData {
    JpegFile jpeg = JpegFile.open(channels == 1 ? packed : JpegFile.saying(chroma, packed));
    if (!jpeg.frame().equals(frame) || jpeg.kind().channels() != channels) {
      throw BadData.damaged();
    }
    return jpeg.decode().samples().bytes();
  }

  private byte[] bytes(int[] numbers, int bytes) {
    ByteBuffer out = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int number : numbers) {
      if (size == 1) {
        out.put((byte) number);
      } else {
        out.putShort((short) number);
      }
    }
    return out.array();
  }

  /// A frame as it is packed.
  ///
  /// @param number from 1
  private byte[] packed(int number) throws BadData {
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
    List<Integer> starts = frames == 1 ? List.of(0) : starts(fragments, places, table);
    if (starts.size() != frames) {
      throw TransferSyntax.refusal(syntax);
    }
    return joined(fragments, places, starts, number);
  }

  /// Where frames begin: the table says it, or a JPEG or JPEG 2000 does by its own mark.
  private List<Integer> starts(List<byte[]> fragments, List<Integer> places, byte[] table) {
    List<Integer> starts = new ArrayList<>();
    ByteBuffer offsets = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
    while (offsets.remaining() >= Integer.BYTES) {
      starts.add(offsets.getInt());
    }
    for (int i = 0; i < fragments.size() && table.length == 0; i++) {
      byte[] one = fragments.get(i);
      if (one.length > 1
          && one[0] == (byte) 0xFF
          && (one[1] == (byte) 0xD8 || one[1] == (byte) 0x4F)) {
        starts.add(places.get(i));
      }
    }
    return starts;
  }

  /// Fragments from where a frame begins to where the next one does.
  private byte[] joined(
      List<byte[]> fragments, List<Integer> places, List<Integer> starts, int number) {
    int from = starts.get(number - 1);
    int end = number == frames ? Integer.MAX_VALUE : starts.get(number);
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
    if (header.getInt(0) != channels * size) {
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
