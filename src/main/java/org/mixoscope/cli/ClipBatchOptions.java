package org.mixoscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.clip.ClipJob;
import org.mixoscope.batch.clip.ClipJobDocument;
import org.mixoscope.batch.clip.ClipJobSettings;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.clip.ClipFolder;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Trait;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A folder of clips in place of pictures. Options that only pictures have are refused, so that
/// nobody believes they had an effect.
final class ClipBatchOptions {
  /// Options that mean the same for clips, beside those of the method.
  private static final Set<String> SHARED =
      Set.of(
          "--clips",
          "--job",
          "--along",
          "--frames",
          "--rate",
          "--sources",
          "--prob",
          "--pairing",
          "--copies",
          "--keep-originals",
          "--size",
          "--fit",
          "--smoothing",
          "--seed",
          "--max-megapixels",
          "--threads",
          "--shard",
          "--resume",
          "--dry-run",
          "--quiet",
          "--json",
          "--verbose");

  private static final long SEED = 42;

  @Option(
      names = "--clips",
      paramLabel = "FORMAT",
      converter = FormatChoice.class,
      description =
          "Mix clips: SRC has a sub-folder for each class with folders of frames, GIFs, videos and"
              + " volumes. Written are clips as gif, mp4, webm, npy, nii.gz, nii, tiff or frames,"
              + " and data/metadata.jsonl with their soft labels. With it go the options of the"
              + " method, --along, --frames, --rate, --sources, --prob, --copies, --keep-originals,"
              + " --size, --fit, --smoothing, --seed, --threads, --shard, --resume, --dry-run,"
              + " --quiet and --json.")
  @Nullable ClipFormat format;

  @Option(
      names = "--along",
      paramLabel = "HOW",
      converter = ClipOptions.CourseChoice.class,
      description =
          "With --clips: how a draw runs over the frames: all, run, both, path, fade or field, see"
              + " mixoscope mix --help. The default is all; of volumes both, or field of FMix.")
  @Nullable CourseType along;

  @Mixin final ClipLength length = new ClipLength();

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec command;

  /// Whether clips are mixed.
  boolean isUsed() {
    if (format == null) {
      for (String option : List.of("--along", "--frames", "--rate")) {
        if (given().stream().anyMatch(one -> one.longestName().equals(option))) {
          throw Refusal.usage(option + ": goes with --clips");
        }
      }
    }
    return format != null;
  }

  private List<OptionSpec> given() {
    return Objects.requireNonNull(command, "set by picocli")
        .commandLine()
        .getParseResult()
        .matchedOptions();
  }

  /// Mixes the folder.
  ///
  /// @return the exit code
  int run(Path source, Path to, BatchCommand batch, PrintWriter out, PrintWriter err)
      throws IOException {
    refuseOthers(batch);
    ClipReader reader = new ClipReader(new SourceReader(batch.limit.reader()), length.rate);
    requireClips(batch);
    ClipFolder clips = ClipFolder.open(source, reader);
    SerialReport report = new SerialReport(batch, to, out, err);
    return run(job(source, clips, settings(batch, clips), reader, batch), clips, report);
  }

  /// Mixes the folder of a job, or another one in its place.
  ///
  /// @param named the other one; null for that of the job
  /// @return the exit code
  int again(
      ClipJobDocument document,
      @Nullable Path named,
      Path to,
      BatchCommand batch,
      PrintWriter out,
      PrintWriter err)
      throws IOException {
    refuseOthers(batch);
    Path source = JobOption.ofJob(named, ReadAs.USUAL, document.source()).path();
    ClipJobSettings settings = document.settings();
    SourceReader pictures = new SourceReader(PictureReader.upTo(document.maxMegapixels()));
    ClipReader reader = new ClipReader(pictures, settings.rate());
    ClipFolder clips = ClipFolder.open(source, reader);
    ClipJob job = job(source, clips, settings, reader, batch);
    if (named == null && document.contents() != null) {
      job.requireSame(document.contents());
    }
    return run(job, clips, new SerialReport(batch, to, out, err));
  }

  private static ClipJob job(
      Path source,
      ClipFolder clips,
      ClipJobSettings settings,
      ClipReader reader,
      BatchCommand batch)
      throws IOException {
    return new ClipJob(source, clips, settings, reader, batch.threads, ProgramVersion.read());
  }

  private static int run(ClipJob job, ClipFolder clips, SerialReport report) throws IOException {
    report.begun(facts(clips), Understood.lines(clips));
    return report.run(job);
  }

  /// Refuses options that clips do not have.
  private void refuseOthers(BatchCommand batch) {
    Set<OptionSpec> ofMethod = Set.copyOf(batch.samples.policy.how.group().allOptionsNested());
    for (OptionSpec option : given()) {
      boolean shared =
          SHARED.contains(option.longestName())
              || ofMethod.stream().anyMatch(one -> one.longestName().equals(option.longestName()));
      if (!shared || option.longestName().equals("--mask")) {
        throw Refusal.usage(option.longestName() + ": is for pictures, not for clips");
      }
    }
  }

  private static ObjectNode facts(ClipFolder clips) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("clips", clips.clips().size()).put("left_out", clips.leftOut().size());
    clips.classes().forEach(object.putArray("classes")::add);
    return object;
  }

  /// Refuses what only pictures have.
  private static void requireClips(BatchCommand batch) {
    BatchSampleOptions samples = batch.samples;
    if (samples.who != Partners.Who.ROLL) {
      throw Refusal.usage(
          "--pairing %s: clips are mixed with those before them in a shuffled order: leave it out"
              .formatted(samples.who.id()));
    }
    Method method = samples.policy.how.method();
    if (method.type().uses(Trait.MARKS) || method.type().uses(Trait.MASK)) {
      throw Refusal.usage(
          "--method %s: is for pictures, nothing says what is where in a clip"
              .formatted(method.type()));
    }
  }

  /// Mixes of volumes have a depth unless it is said otherwise, as those of `mix` are.
  private ClipJobSettings settings(BatchCommand batch, ClipFolder clips) throws IOException {
    BatchSampleOptions samples = batch.samples;
    Method method = samples.policy.how.method();
    CourseType usual = CourseType.usual(method, clips.hasOnlyVolumes());
    Integer sources = samples.policy.sources;
    return new ClipJobSettings(
        method,
        sources == null ? Math.clamp(method.type().maxSources(), 1, 2) : sources,
        Objects.requireNonNullElse(along, usual),
        samples.policy.prob,
        batch.amount.copies,
        batch.amount.keepOriginals,
        samples.size,
        Objects.requireNonNullElse(samples.fit, Fit.COVER),
        samples.policy.how.blending(),
        length.frames,
        length.rate,
        Objects.requireNonNullElse(samples.smoothing, 0.0),
        Objects.requireNonNullElse(samples.seed, SEED),
        Objects.requireNonNull(format));
  }

  static final class FormatChoice extends Choice<ClipFormat> {
    FormatChoice() {
      super(Arrays.asList(ClipFormat.values()), ClipFormat::id);
    }
  }
}
