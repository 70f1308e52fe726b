package org.mixoscope.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Ffmpeg;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.Stored;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// A video, decoded frame by frame to RGB of eight bits and turned upright.
///
/// It is gone through once before, without decoding: only so it is known how many frames there are
/// and when each is shown, whatever the header says.
final class VideoClip implements Clip {
  private static final double MICRO = 1e6;
  private static final int DEGREES = 90;
  private static final int HOUR = 3600;
  private static final int MINUTE = 60;

  /// Seconds by which a header may say too much.
  private static final double TOLERANCE = 0.5;

  private final String name;
  private final AVFormatContext file;
  private final int stream;
  private final AVCodecContext decoder;
  private final Timing timing;
  private final long missing;
  private final boolean broken;
  private final Turn turn;
  private final Frame size;
  private final AVPacket packet = avcodec.av_packet_alloc();
  private final AVFrame frame = avutil.av_frame_alloc();
  private final AVFrame latest = avutil.av_frame_alloc();
  private final Developer developer = new Developer();
  private @Nullable Developer small;
  private byte[] bytes = {};
  private boolean ended;
  private int decoded;
  private int lost;

  private VideoClip(String name, AVFormatContext file, int stream, VideoScan scan, long maxPixels)
      throws ClipException {
    this.name = name;
    this.file = file;
    this.stream = stream;
    timing = scan.timing();
    long announced = file.streams(stream).nb_frames();
    missing = announced > 0 ? announced - scan.packets() : missingTime(file, stream, timing);
    broken = scan.broken();
    AVCodecParameters parameters = file.streams(stream).codecpar();
    turn = turn(parameters);
    AVCodec codec = avcodec.avcodec_find_decoder(parameters.codec_id());
    String codecName = avcodec.avcodec_get_name(parameters.codec_id()).getString();
    if (codec == null) {
      throw ClipReason.NO_DECODER.failure(null, name, codecName);
    }
    decoder = avcodec.avcodec_alloc_context3(codec);
    avcodec.avcodec_parameters_to_context(decoder, parameters);
    decoder.thread_count(Runtime.getRuntime().availableProcessors());
    if (parameters.width() < 1 || parameters.height() < 1) {
      throw ClipReason.NO_VIDEO.failure(null, name);
    }
    size = turn.upright(new Frame(parameters.height(), parameters.width()));
    if (size.pixels() > maxPixels) {
      throw ClipReason.TOO_LARGE.failure(null, name, size, mega(size.pixels()), mega(maxPixels));
    }
    if (avcodec.avcodec_open2(decoder, codec, (AVDictionary) null) < 0) {
      throw ClipReason.NO_DECODER.failure(null, name, codecName);
    }
  }

  private static String mega(long pixels) {
    return Long.toString(Math.round(pixels / MICRO));
  }

  /// Opens a video.
  ///
  /// @param maxPixels larger frames are refused before they are decoded
  /// @throws IOException if it is none, or not one that can be read
  static VideoClip open(Path path, long maxPixels) throws IOException {
    Ffmpeg.load();
    String name = path.toString();
    VideoScan scan = VideoScan.of(name);
    AVFormatContext file = container(name);
    try {
      return new VideoClip(name, file, scan.stream(), scan, maxPixels);
    } catch (ClipException e) {
      avformat.avformat_close_input(file);
      throw e;
    }
  }

  /// The recipe that a video carries in its comment; null if there is none, or it is no video.
  static @Nullable String comment(Path path) {
    Ffmpeg.load();
    try {
      AVFormatContext file = container(path.toString());
      AVDictionaryEntry entry = avutil.av_dict_get(file.metadata(), "comment", null, 0);
      String comment = entry == null ? null : entry.value().getString();
      avformat.avformat_close_input(file);
      return comment;
    } catch (ClipException e) {
      return null;
    }
  }

  static AVFormatContext container(String name) throws ClipException {
    AVFormatContext file = new AVFormatContext(null);
    // Never a protocol: "concat:" or "http:" in a name is a name.
    int opened = avformat.avformat_open_input(file, "file:" + name, null, (AVDictionary) null);
    if (opened < 0) {
      throw ClipReason.NOT_A_CLIP.failure(null, name, Ffmpeg.text(opened));
    }
    if (avformat.avformat_find_stream_info(file, (AVDictionary) null) < 0) {
      avformat.avformat_close_input(file);
      throw ClipReason.NO_VIDEO.failure(null, name);
    }
    return file;
  }

  /// How many frames are missing of the time that the header says, about; 0 if it says none.
  private static long missingTime(AVFormatContext file, int stream, Timing timing) {
    AVDictionaryEntry said =
        avutil.av_dict_get(file.streams(stream).metadata(), "DURATION", null, 0);
    // Of several streams another may be longer.
    boolean alone = file.nb_streams() == 1 && file.duration() > 0;
    double seconds = alone ? file.duration() / MICRO : 0;
    if (said != null && said.value().getString().matches("\\d+:\\d\\d:\\d\\d(\\.\\d+)?")) {
      String[] parts = said.value().getString().split(":", 3);
      seconds =
          Integer.parseInt(parts[0]) * HOUR
              + Integer.parseInt(parts[1]) * MINUTE
              + Double.parseDouble(parts[2]);
    }
    double lacking = seconds - timing.seconds();
    return lacking < TOLERANCE ? 0 : Math.round(lacking * timing.frames() / timing.seconds());
  }

  private static Turn turn(AVCodecParameters parameters) {
    AVPacketSideData matrix =
        avcodec.av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            avcodec.AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null) {
      return Turn.UPRIGHT;
    }
    double degrees = avutil.av_display_rotation_get(new IntPointer(matrix.data()));
    // Counter-clockwise, as FFmpeg counts.
    return switch ((int) Math.rint(degrees / DEGREES)) {
      case 1 -> Turn.COUNTER_CLOCKWISE;
      case -1 -> Turn.CLOCKWISE;
      case 2, -2 -> Turn.UPSIDE_DOWN;
      default -> Turn.UPRIGHT;
    };
  }

  @Override
  public Frame frame() {
    return size;
  }

  @Override
  public NumberType type() {
    return NumberType.UINT8;
  }

  @Override
  public int channels() {
    return PixelKind.RGB8.channels();
  }

  @Override
  public Timing timing() {
    return timing;
  }

  @Override
  public boolean moves() {
    return true;
  }

  @Override
  public @Nullable Picture next() throws IOException {
    if (!advance()) {
      return null;
    }
    Pixels whole = developer.whole(decoded(), bytes);
    bytes = (byte[]) whole.memory().heapBase().orElseThrow();
    return upright(whole);
  }

  @Override
  public @Nullable PassingFrame glimpse(int factor) throws IOException {
    if (factor == 1) {
      return Clip.super.glimpse(factor);
    }
    if (!advance()) {
      return null;
    }
    AVFrame of = decoded();
    Frame stored = new Frame(of.height(), of.width());
    Origin origin = Origin.of(turn.upright(stored), Turn.UPRIGHT);
    if (!origin.stored().equals(size)) {
      // How much smaller it may be was found out for frames of the usual size.
      return PassingFrame.of(upright(developer.whole(of, new byte[0])));
    }
    Developer smaller = small;
    if (smaller == null) {
      smaller = new Developer();
      small = smaller;
    }
    Frame less =
        new Frame(Math.ceilDiv(stored.height(), factor), Math.ceilDiv(stored.width(), factor));
    Pixels seen = turn.applied(smaller.smaller(of, less));
    Negative negative = new Negative(of);
    int number = decoded + lost - 1;
    return PassingFrame.of(
        new Picture(seen, origin, Set.of(), Stored.plain(NumberType.UINT8), factor),
        avutil.av_image_get_buffer_size(of.format(), of.width(), of.height(), 1),
        () -> negative.developed().map(this::upright).orElseGet(() -> again(number)),
        negative::letGo);
  }

  /// A frame of the same video from its beginning on.
  private Picture again(int number) {
    try (VideoClip clip = open(Path.of(name), size.pixels())) {
      for (int t = 0; t < number; t++) {
        clip.skip();
      }
      return Objects.requireNonNull(clip.next());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// To bring it to RGB takes as long as to decode it.
  @Override
  public void skip() {
    advance();
  }

  /// Goes on to the next frame; the one before stands for one that was lost.
  ///
  /// @return false behind the last
  private boolean advance() {
    if (decoded + lost >= timing.frames()) {
      return false;
    }
    if (receive()) {
      decoded++;
      avutil.av_frame_unref(latest);
      avutil.av_frame_move_ref(latest, frame);
    } else {
      lost++;
    }
    return true;
  }

  private AVFrame decoded() throws ClipException {
    if (decoded == 0) {
      throw ClipReason.NOTHING_DECODED.failure(null, name);
    }
    return latest;
  }

  private Picture upright(Pixels stored) {
    Pixels upright = turn.applied(stored);
    return new Picture(upright, Origin.of(upright.frame(), Turn.UPRIGHT), Set.of());
  }

  /// Decodes the next frame; false if there is none.
  private boolean receive() {
    while (true) {
      int got = avcodec.avcodec_receive_frame(decoder, frame);
      if (got >= 0) {
        return true;
      }
      if (got == avutil.AVERROR_EOF || ended) {
        return false;
      }
      send();
    }
  }

  /// Gives the decoder the next packet, or says that there is none. What it refuses is lost, and
  /// seen by what does not come out.
  private void send() {
    while (avformat.av_read_frame(file, packet) >= 0) {
      boolean ours = packet.stream_index() == stream;
      if (ours) {
        avcodec.avcodec_send_packet(decoder, packet);
      }
      avcodec.av_packet_unref(packet);
      if (ours) {
        return;
      }
    }
    // What is still inside comes out then, and the end after it.
    ended = avcodec.avcodec_send_packet(decoder, null) < 0;
  }

  @Override
  public List<Objection> notes(String letter) {
    List<Objection> notes = new ArrayList<>();
    if (missing > 0) {
      notes.add(ClipReason.CUT_OFF.of(letter, timing.frames(), timing.frames() + missing));
    } else if (broken) {
      notes.add(ClipReason.CUT_OFF_BEHIND.of(letter, timing.frames()));
    }
    if (lost > 0) {
      notes.add(ClipReason.LOST.of(letter, lost, timing.frames()));
    }
    AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(decoder.pix_fmt());
    if (format != null && format.comp(0).depth() > Byte.SIZE) {
      notes.add(ClipReason.REDUCED.of(letter, format.name().getString()));
    }
    return notes;
  }

  @Override
  public void close() {
    avcodec.av_packet_free(packet);
    avutil.av_frame_free(frame);
    avutil.av_frame_free(latest);
    developer.close();
    Developer smaller = small;
    if (smaller != null) {
      smaller.close();
    }
    avcodec.avcodec_free_context(decoder);
    avformat.avformat_close_input(file);
  }
}
