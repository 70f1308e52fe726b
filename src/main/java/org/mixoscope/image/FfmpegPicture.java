package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.mixoscope.kernel.Frame;

/// Pictures in JPEG 2000, JPEG-LS and JPEG of 12 bits, as DICOM has them: up to 16 bits, grey or
/// colour.
///
/// FFmpeg's decoders are forgiving, so what a file says of itself is read and compared here, and
/// that its end is there.
final class FfmpegPicture {
  private static final int END = 0xFFD9;
  private static final int START_OF_STREAM = 0xFF4F_FF51;
  private static final int SIZES = 40;
  private static final int LS_FRAME = 0xF7;
  private static final int EXTENDED_FRAME = 0xC1;
  private static final int SIGN = 0x80;

  private final int codec;
  private final byte[] file;
  private final Frame expected;
  private final int channels;
  private final int bits;
  private final boolean signed;

  private FfmpegPicture(
      int codec, byte[] file, Frame expected, int channels, int bits, boolean signed)
      throws BadData {
    if (bits < 1 || bits > Short.SIZE) {
      throw BadData.damaged();
    }
    this.codec = codec;
    this.file = file;
    this.expected = expected;
    this.channels = channels;
    this.bits = bits;
    this.signed = signed;
  }

  /// Decodes JPEG 2000.
  ///
  /// @param expected its size
  /// @return its numbers, pixel by pixel
  /// @throws IndexOutOfBoundsException if the file ends too early
  static int[] jpeg2000(byte[] file, Frame expected, int channels) throws BadData {
    ByteBuffer data = ByteBuffer.wrap(file);
    int start = 0;
    while (data.getInt(start) != START_OF_STREAM) {
      start++; // a header of JP2 may stand before it
    }
    int width = data.getInt(start + 8) - data.getInt(start + 16);
    int height = data.getInt(start + 12) - data.getInt(start + 20);
    int components = data.getShort(start + SIZES);
    requireLike(expected, channels, height, width, components);
    int depth = file[start + SIZES + 2] & 0xFF;
    for (int i = 0; i < channels; i++) {
      int at = start + SIZES + 2 + 3 * i;
      if ((file[at] & 0xFF) != depth || file[at + 1] != 1 || file[at + 2] != 1) {
        throw BadData.damaged();
      }
    }
    return new FfmpegPicture(
            avcodec.AV_CODEC_ID_JPEG2000,
            file,
            expected,
            channels,
            (depth & ~SIGN) + 1,
            (depth & SIGN) != 0)
        .decode();
  }

  /// Decodes JPEG-LS, like [#jpeg2000].
  static int[] jpegLs(byte[] file, Frame expected, int channels) throws BadData {
    return jpeg(avcodec.AV_CODEC_ID_JPEGLS, LS_FRAME, file, expected, channels);
  }

  /// Decodes JPEG of 8 or 12 bits that is not progressive, like [#jpeg2000].
  static int[] jpeg(byte[] file, Frame expected, int channels) throws BadData {
    return jpeg(avcodec.AV_CODEC_ID_MJPEG, EXTENDED_FRAME, file, expected, channels);
  }

  /// @param mark of the segment that says the sizes
  private static int[] jpeg(int codec, int mark, byte[] file, Frame expected, int channels)
      throws BadData {
    ByteBuffer data = ByteBuffer.wrap(file);
    int at = 2;
    while (data.get(at + 1) != (byte) mark) {
      if (data.get(at) != (byte) 0xFF) {
        throw BadData.damaged();
      }
      at += 2 + (data.getShort(at + 2) & 0xFFFF);
    }
    int height = data.getShort(at + 5) & 0xFFFF;
    int width = data.getShort(at + 7) & 0xFFFF;
    requireLike(expected, channels, height, width, data.get(at + 9));
    return new FfmpegPicture(codec, file, expected, channels, data.get(at + 4), false).decode();
  }

  private static void requireLike(
      Frame expected, int channels, int height, int width, int components) throws BadData {
    if (height != expected.height() || width != expected.width() || components != channels) {
      throw BadData.damaged();
    }
  }

  private int[] decode() throws BadData {
    ByteBuffer data = ByteBuffer.wrap(file);
    int padding = file[file.length - 1] == 0 ? 1 : 0;
    if ((data.getShort(file.length - 2 - padding) & 0xFFFF) != END) {
      throw BadData.damaged();
    }
    Ffmpeg.load();
    AVCodecContext decoder = avcodec.avcodec_alloc_context3(avcodec.avcodec_find_decoder(codec));
    AVPacket packet = avcodec.av_packet_alloc();
    AVFrame frame = avutil.av_frame_alloc();
    try {
      decoder.thread_count(1);
      decoder.err_recognition(avcodec.AV_EF_EXPLODE);
      require(avcodec.avcodec_open2(decoder, null, (AVDictionary) null));
      require(avcodec.av_new_packet(packet, file.length));
      packet.data().put(file);
      require(avcodec.avcodec_send_packet(decoder, packet));
      require(avcodec.avcodec_receive_frame(decoder, frame));
      return numbers(frame);
    } finally {
      avutil.av_frame_free(frame);
      avcodec.av_packet_free(packet);
      avcodec.avcodec_free_context(decoder);
    }
  }

  private static void require(int result) throws BadData {
    if (result < 0) {
      throw BadData.damaged();
    }
  }

  private int[] numbers(AVFrame frame) throws BadData {
    AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(frame.format());
    boolean indexed = (format.flags() & avutil.AV_PIX_FMT_FLAG_PAL) != 0;
    boolean planar = (format.flags() & avutil.AV_PIX_FMT_FLAG_PLANAR) != 0;
    if (frame.decode_error_flags() != 0
        || frame.width() != expected.width()
        || frame.height() != expected.height()
        || format.nb_components() != channels
        || indexed
        || planar) {
      throw BadData.damaged();
    }
    int size = format.comp(0).depth() > Byte.SIZE ? Short.BYTES : Byte.BYTES;
    int perRow = expected.width() * channels;
    int[] numbers = new int[Math.toIntExact(expected.pixels() * channels)];
    byte[] row = new byte[perRow * size];
    ByteBuffer values = ByteBuffer.wrap(row).order(ByteOrder.nativeOrder());
    BytePointer pixels = frame.data(0);
    for (int y = 0; y < expected.height(); y++) {
      pixels.position((long) y * frame.linesize(0)).get(row);
      for (int i = 0; i < perRow; i++) {
        int value = size == 1 ? values.get(i) & 0xFF : values.getShort(2 * i) & 0xFFFF;
        numbers[y * perRow + i] = plain(value, format.comp(0).depth());
      }
    }
    return numbers;
  }

  /// FFmpeg fills the bits of a format from the top, and has no sign.
  ///
  /// @param depth of the format
  private int plain(int value, int depth) {
    int number = value >> (depth - bits);
    return signed ? number - (1 << (bits - 1)) : number;
  }
}
