package org.mixoscope.clip;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Conversion;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.Ffmpeg;
import org.mixoscope.kernel.Bytes;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// A video, with the recipe in its comment. Encoded by one thread, so that the same mix is the same
/// file everywhere.
final class VideoWriter implements ClipWriter {
  private static final int RGB = 3;

  /// Rates such as 30000/1001 are found up to here.
  private static final int LARGEST_TERM = 60_000;

  /// Bits for each pixel: enough that errors are hard to see.
  private static final double BITS = 0.25;

  private static final String OPEN_H264 = "libopenh264";

  /// OpenH264 opens smaller frames and then fails.
  private static final int LEAST_SIDE = 16;

  private static final long LEAST_BITS = 400_000;

  private final Path target;
  private final PendingFile pending;
  private final AVFormatContext file = new AVFormatContext(null);
  private final AVCodecContext encoder;
  private final AVStream stream;
  private final AVFrame frame = avutil.av_frame_alloc();
  private final AVPacket packet = avcodec.av_packet_alloc();
  private final SwsContext scaler;
  private final BytePointer rgb;
  private final PointerPointer<BytePointer> rgbRows = new PointerPointer<>(1);
  private final IntPointer rgbStride;
  private final List<Objection> notes = new ArrayList<>();
  private long written;
  private boolean open;

  VideoWriter(ClipFormat format, Path target, Frame size, Timing timing, @Nullable String recipe)
      throws IOException {
    Ffmpeg.load();
    this.target = target;
    if (size.width() % 2 != 0 || size.height() % 2 != 0) {
      Frame even = new Frame(size.height() + size.height() % 2, size.width() + size.width() % 2);
      throw ClipReason.ODD_SIZE.failure(null, target, size, even.width() + "x" + even.height());
    }
    pending = new PendingFile(target, format.ending());
    AVRational rate = avutil.av_d2q(timing.frames() / timing.seconds(), LARGEST_TERM);
    require(avformat.avformat_alloc_output_context2(file, null, null, pending.path().toString()));
    encoder = encoder(format, size, rate);
    stream = avformat.avformat_new_stream(file, null);
    require(avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder));
    stream.time_base(encoder.time_base());
    stream.avg_frame_rate(rate);
    if (recipe != null) {
      AVDictionary tags = new AVDictionary(null);
      avutil.av_dict_set(tags, "comment", EmbeddedRecipe.NAME + ":" + recipe, 0);
      file.metadata(tags);
    }
    frame.format(encoder.pix_fmt());
    frame.width(size.width());
    frame.height(size.height());
    require(avutil.av_frame_get_buffer(frame, 0));
    rgb = new BytePointer(size.pixels() * RGB);
    rgbRows.put(0, rgb);
    rgbStride = new IntPointer(1).put(0, size.width() * RGB);
    scaler =
        swscale.sws_getCachedContext(
            null,
            size.width(),
            size.height(),
            avutil.AV_PIX_FMT_RGB24,
            size.width(),
            size.height(),
            avutil.AV_PIX_FMT_YUV420P,
            swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND,
            null,
            null,
            (DoublePointer) null);
    IntPointer colours = swscale.sws_getCoefficients(swscale.SWS_CS_SMPTE170M);
    swscale.sws_setColorspaceDetails(scaler, colours, 1, colours, 0, 0, 1 << 16, 1 << 16);
    if (!timing.isEven()) {
      notes.add(ClipReason.EVEN_RATE.of(String.format(Locale.ROOT, "%.4g", avutil.av_q2d(rate))));
    }
    notes.add(ClipReason.LOSSY.of());
  }

  /// The first encoder that is there and takes frames of this size: some want larger ones.
  private AVCodecContext encoder(ClipFormat format, Frame size, AVRational rate)
      throws ClipException {
    List<String> names =
        format == ClipFormat.MP4 ? List.of(OPEN_H264, "mpeg4") : List.of("libvpx-vp9", "libvpx");
    for (String name : names) {
      AVCodec codec = avcodec.avcodec_find_encoder_by_name(name);
      boolean tooSmall =
          name.equals(OPEN_H264) && Math.min(size.height(), size.width()) < LEAST_SIDE;
      if (codec == null || tooSmall) {
        continue;
      }
      AVCodecContext context = context(codec, format, size, rate);
      if (avcodec.avcodec_open2(context, codec, (AVDictionary) null) >= 0) {
        return context;
      }
      avcodec.avcodec_free_context(context);
    }
    throw ClipReason.NO_ENCODER.failure(null, target, format.id());
  }

  private AVCodecContext context(AVCodec codec, ClipFormat format, Frame size, AVRational rate) {
    double perSecond = avutil.av_q2d(rate);
    AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
    context.width(size.width());
    context.height(size.height());
    context.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
    context.time_base(new AVRational().num(rate.den()).den(rate.num()));
    context.framerate(rate);
    context.colorspace(avutil.AVCOL_SPC_SMPTE170M);
    context.color_range(avutil.AVCOL_RANGE_MPEG);
    context.thread_count(1);
    context.gop_size(1 + (int) (perSecond * 2));
    context.bit_rate(Math.max(LEAST_BITS, (long) (BITS * size.pixels() * perSecond)));
    if (format == ClipFormat.WEBM) {
      avutil.av_opt_set(context.priv_data(), "deadline", "good", 0);
      avutil.av_opt_set(context.priv_data(), "cpu-used", "4", 0);
    }
    if ((file.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0) {
      context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    return context;
  }

  private void start() throws IOException {
    AVIOContext out = new AVIOContext(null);
    require(avformat.avio_open(out, "file:" + pending.path(), avformat.AVIO_FLAG_WRITE));
    file.pb(out);
    open = true;
    require(avformat.avformat_write_header(file, (AVDictionary) null));
  }

  @Override
  public void add(Pixels mixed) throws IOException {
    if (!open) {
      start();
    }
    Pixels colour = Conversion.to(PixelKind.RGB8, mixed);
    MemorySegment to = MemorySegment.ofBuffer(rgb.asByteBuffer());
    Bytes.copy(colour.memory(), 0, to, 0, colour.byteSize());
    require(avutil.av_frame_make_writable(frame));
    swscale.sws_scale(
        scaler, rgbRows, rgbStride, 0, colour.height(), frame.data(), frame.linesize());
    frame.pts(written++);
    encode(frame);
  }

  /// @param next null at the end
  private void encode(@Nullable AVFrame next) throws IOException {
    require(avcodec.avcodec_send_frame(encoder, next));
    while (avcodec.avcodec_receive_packet(encoder, packet) >= 0) {
      avcodec.av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
      packet.stream_index(stream.index());
      packet.duration(avutil.av_rescale_q(1, encoder.time_base(), stream.time_base()));
      require(avformat.av_interleaved_write_frame(file, packet));
    }
  }

  @Override
  public void finish() throws IOException {
    encode(null);
    require(avformat.av_write_trailer(file));
    closeFile();
    pending.finish();
  }

  @Override
  public List<Objection> notes() {
    return notes;
  }

  @Override
  public void close() throws IOException {
    closeFile();
    avutil.av_frame_free(frame);
    avcodec.av_packet_free(packet);
    avcodec.avcodec_free_context(encoder);
    swscale.sws_freeContext(scaler);
    avformat.avformat_free_context(file);
    pending.giveUp();
  }

  private void closeFile() {
    if (open) {
      avformat.avio_closep(file.pb());
      open = false;
    }
  }

  private void require(int result) throws ClipException {
    if (result < 0) {
      throw ClipReason.NOT_WRITABLE.failure(null, target, Ffmpeg.text(result));
    }
  }
}
