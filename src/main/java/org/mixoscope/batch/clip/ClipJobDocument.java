package org.mixoscope.batch.clip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.JobFile;
import org.mixoscope.batch.JobFile.Kind;
import org.mixoscope.batch.JobSource;
import org.mixoscope.batch.RunSettings;
import org.mixoscope.batch.SerialContents;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.recipe.Fields;
import org.mixoscope.recipe.MethodJson;

/// A job of clips as a document: all that decides which bytes it writes. `run.json` in the folder
/// that it has written is one, too.
///
/// @param source the folder of clips; null if it is named elsewhere
/// @param contents what was in it; null where nobody has looked yet
/// @param settings what is made of it
/// @param maxMegapixels above which a clip counts as one that cannot be read
public record ClipJobDocument(
    @Nullable JobSource source,
    @Nullable SerialContents contents,
    ClipJobSettings settings,
    int maxMegapixels) {
  static final int VERSION = 1;
  private static final String METHOD = "mixed-by";
  private static final String LIMIT = RunSettings.LIMIT;

  /// What it says besides, of the run and not of the job.
  private static final List<String> OF_THE_RUN = List.of("version", "status", "counts");

  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})[x×](\\d{1,9})");

  /// What a file says.
  ///
  /// @throws BatchException if it is no job, or none of clips
  public static ClipJobDocument of(JobFile file) throws BatchException {
    return file.make(Kind.CLIPS, VERSION, fields -> read(file, fields));
  }

  private static ClipJobDocument read(JobFile file, Fields fields) {
    OF_THE_RUN.forEach(fields::has);
    fields.has("source");
    fields.has("classes");
    return new ClipJobDocument(
        file.source(fields, ReadAs.USUAL),
        SerialContents.of(file.tree()),
        new ClipJobSettings(
            method(fields),
            fields.side("sources"),
            fields.choice("along", List.of(CourseType.values()), CourseType::id),
            fields.number("probability"),
            fields.side("copies"),
            fields.bool("keep-originals"),
            fields.has("size") ? fields.parsed("size", ClipJobDocument::size) : null,
            fields.choice("fit", List.of(Fit.values()), Fit::id),
            fields.choice("blending", List.of(Blending.values()), Blending::id),
            fields.has("frames") ? (@Nullable Integer) fields.side("frames") : null,
            fields.number("rate"),
            fields.number("smoothing"),
            fields.integer("seed"),
            fields.choice("format", List.of(ClipFormat.values()), ClipFormat::id)),
        fields.has(LIMIT) ? fields.side(LIMIT) : PictureReader.DEFAULT_MAX_MEGAPIXELS);
  }

  /// At first there was only what Java shows of it.
  private static Method method(Fields fields) {
    boolean isShown = fields.has("method");
    return fields.has(METHOD) || !isShown
        ? fields.object(METHOD).make(MethodJson::read)
        : ShownMethod.read(fields.text("method"));
  }

  private static Frame size(String text) {
    Matcher sides = SIZE.matcher(text);
    if (!sides.matches()) {
      throw new IllegalArgumentException("must be WIDTH×HEIGHT");
    }
    return new Frame(Integer.parseInt(sides.group(2)), Integer.parseInt(sides.group(1)));
  }

  /// Puts the settings into the document of a run.
  ///
  /// @param root to put them into. Modified
  /// @param limit above which a clip counts as one that cannot be read, in megapixels
  static void write(ClipJobSettings settings, int limit, ObjectNode root) {
    root.put("method", settings.method().toString()).put("sources", settings.sources());
    MethodJson.write(settings.method(), root.putObject(METHOD));
    root.put("along", settings.along().id()).put("probability", settings.probability());
    root.put("copies", settings.copies()).put("keep-originals", settings.keepOriginals());
    Frame frame = settings.frame();
    root.put("size", frame == null ? null : frame.toString()).put("fit", settings.fit().id());
    root.put("blending", settings.blending().id());
    root.put("frames", settings.frames()).put("rate", settings.rate());
    root.put("smoothing", settings.smoothing()).put("seed", settings.seed());
    root.put("format", settings.format().id());
    root.put(LIMIT, limit);
  }
}
