package org.mixoscope.clip;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// Brings decoded frames to RGB of eight bits: in their own size always to the same bytes, and
/// smaller ones quickly. For one thread.
final class Developer implements AutoCloseable {
  private static final int RGB = 3;

  /// The scaler may write a little behind a row.
  private static final int ROOM = 64;

  private static final int EXACT = swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND;

  private final PointerPointer<BytePointer> rows = new PointerPointer<>(1);
  private final IntPointer stride = new IntPointer(1);
  private @Nullable SwsContext scaler;
  private @Nullable BytePointer rgb;
  private long room;

  /// A frame in its own size.
  ///
  /// @param bytes that are written to where there are as many as are needed. Modified
  Pixels whole(AVFrame of, byte[] bytes) {
    return developed(of, new Frame(of.height(), of.width()), EXACT, bytes);
  }

  /// A frame made smaller.
  ///
  /// @return new pixels
  Pixels smaller(AVFrame of, Frame size) {
    return developed(of, size, swscale.SWS_AREA, new byte[0]);
  }

  private Pixels developed(AVFrame of, Frame size, int how, byte[] bytes) {
    int width = of.width();
    int height = of.height();
    int length = Math.toIntExact(size.pixels() * RGB);
    BytePointer to = rgb;
    if (to == null || room != length) {
      to = new BytePointer(length + ROOM);
      rgb = to;
      room = length;
      rows.put(0, to);
      stride.put(0, size.width() * RGB);
    }
    scaler =
        swscale.sws_getCachedContext(
            scaler,
            width,
            height,
            of.format(),
            size.width(),
            size.height(),
            avutil.AV_PIX_FMT_RGB24,
            how,
            null,
            null,
            (DoublePointer) null);
    IntPointer colours = swscale.sws_getCoefficients(of.colorspace());
    int full = of.color_range() == avutil.AVCOL_RANGE_JPEG ? 1 : 0;
    swscale.sws_setColorspaceDetails(scaler, colours, full, colours, 1, 0, 1 << 16, 1 << 16);
    swscale.sws_scale(scaler, of.data(), of.linesize(), 0, height, rows, stride);
    byte[] made = bytes.length == length ? bytes : new byte[length];
    to.get(made);
    return Pixels.of(made, size, RGB);
  }

  @Override
  public void close() {
    swscale.sws_freeContext(scaler);
    BytePointer to = rgb;
    if (to != null) {
      to.close();
    }
    rows.close();
    stride.close();
  }
}
