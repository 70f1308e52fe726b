package org.mixoscope.clip;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/// What the packets say, none of them decoded.
///
/// @param packets of the stream, those that show nothing among them
/// @param broken whether the file ends where it should not
record VideoScan(int stream, Timing timing, long packets, boolean broken) {
  private static final double MICRO = 1e6;

  static VideoScan of(String name) throws ClipException {
    AVFormatContext file = VideoClip.container(name);
    AVPacket packet = avcodec.av_packet_alloc();
    try {
      int stream =
          avformat.av_find_best_stream(file, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
      if (stream < 0
          || (file.streams(stream).disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0) {
        throw ClipReason.NO_VIDEO.failure(null, name);
      }
      Starts starts = new Starts();
      AVStream video = file.streams(stream);
      long packets = 0;
      int read = avformat.av_read_frame(file, packet);
      for (; read >= 0; read = avformat.av_read_frame(file, packet)) {
        packets += packet.stream_index() == stream ? 1 : 0;
        if (packet.stream_index() == stream && isShown(packet, video)) {
          starts.add(packet.pts() == avutil.AV_NOPTS_VALUE ? packet.dts() : packet.pts());
        }
        avcodec.av_packet_unref(packet);
      }
      if (starts.count == 0) {
        throw ClipReason.NO_VIDEO.failure(null, name);
      }
      return new VideoScan(stream, starts.timing(video), packets, read != avutil.AVERROR_EOF);
    } finally {
      avcodec.av_packet_free(packet);
      avformat.avformat_close_input(file);
    }
  }

  /// VP8 has frames that are only there for others to refer to.
  private static boolean isShown(AVPacket packet, AVStream video) {
    boolean hidden =
        video.codecpar().codec_id() == avcodec.AV_CODEC_ID_VP8
            && packet.size() > 0
            && (packet.data().get(0) & 0x10) == 0;
    return !hidden && (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0;
  }

  /// When frames begin, in the time base of their stream.
  private static final class Starts {
    private long[] all = new long[1024];
    private int count;
    private boolean known = true;

    void add(long start) {
      if (count == all.length) {
        all = Arrays.copyOf(all, 2 * count);
      }
      known &= start != avutil.AV_NOPTS_VALUE;
      all[count++] = start;
    }

    /// Packets come in the order of decoding; what they show has an order of its own.
    Timing timing(AVStream video) {
      double mean = 1 / rate(video);
      if (!known || count == 1) {
        return Timing.even(count, count * mean);
      }
      long[] starts = Arrays.copyOf(all, count);
      Arrays.sort(starts);
      double tick = avutil.av_q2d(video.time_base()) * MICRO;
      long[] stays = new long[count];
      for (int t = 0; t + 1 < count; t++) {
        // From rounded starts, so that errors do not add up.
        stays[t] = Math.round((starts[t + 1] - starts[0]) * tick);
        stays[t] -= Math.round((starts[t] - starts[0]) * tick);
      }
      stays[count - 1] = Math.round(mean * MICRO);
      return Timing.of(stays);
    }

    private static double rate(AVStream video) {
      AVRational rate = video.avg_frame_rate();
      double frames = rate.num() > 0 && rate.den() > 0 ? avutil.av_q2d(rate) : 0;
      return frames > 0 ? frames : ClipReader.USUAL_RATE;
    }
  }
}
