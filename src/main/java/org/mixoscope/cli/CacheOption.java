package org.mixoscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.Amounts;
import org.mixoscope.batch.BatchReason;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.Target;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.image.PictureCache;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import picocli.CommandLine.Option;

/// Where decoded pictures are kept.
final class CacheOption {
  private static final int CHANNELS = 3;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Keep pictures in DIR as they are mixed, decoded and in their size, and take them from"
              + " there whenever they come again, in this run or another. It changes no byte of"
              + " what is written. Runs may share DIR; delete it when you like.")
  @Nullable Path folder;

  /// The cache; null if none is asked for.
  ///
  /// @param source of the pictures, where nothing may be written
  /// @param samples that name the background
  /// @param out where samples go; null if into no folder
  /// @param told when nothing more is kept, and why
  @Nullable PictureCache open(
      Path source, SampleSettings samples, @Nullable Path out, Consumer<Objection> told)
      throws IOException {
    if (folder == null) {
      return null;
    }
    Target target = new Target(folder);
    if (target.isInside(source)) {
      throw Refusal.usage("--cache: " + BatchReason.INSIDE_DATA_SET.of(folder).text());
    }
    BackgroundSource background = samples.partners().background();
    if (background != null && target.isInside(background.path())) {
      throw Refusal.usage("--cache: " + BatchReason.INSIDE_BACKGROUND.of(folder).text());
    }
    if (out != null && target.isInside(out)) {
      throw Refusal.usage("--cache: %s lies in %s, which is written".formatted(folder, out));
    }
    try {
      return PictureCache.in(folder, ProgramVersion.read(), told);
    } catch (IOException e) {
      throw Refusal.failed("--cache: %s cannot be made: choose another folder".formatted(folder));
    }
  }

  /// What it may take of the disk: `cache: kept, 151 kB a picture, 1.2 GB for all 8000`.
  ///
  /// @param frame of all pictures; null if each has its own
  String line(@Nullable Frame frame, long pictures) {
    if (frame == null) {
      return "cache: %s, height × width × channels bytes a picture of 8 bits".formatted(folder);
    }
    long each = CHANNELS * frame.pixels();
    return String.format(
        Locale.ROOT,
        "cache: %s, %s a picture of 8 bits, %s for all %d",
        folder,
        Amounts.bytes(each),
        Amounts.bytes(each * pictures),
        pictures);
  }
}
