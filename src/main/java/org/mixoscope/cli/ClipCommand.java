package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipDepth;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.clip.ClipMix;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.clip.ClipWriter;
import org.mixoscope.dataset.Departure;
import org.mixoscope.image.PictureNames;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;

/// What `mix` does where clips are mixed.
///
/// @param output as it was given
/// @param format that it is written in
/// @param reader of the sources
record ClipCommand(String output, ClipFormat format, ClipReader reader) {
  /// What the names of files end in that hold nothing but clips.
  static final List<String> OF_CLIPS_ONLY =
      List.of(
          ClipFormat.GIF.ending(),
          ClipFormat.MP4.ending(),
          ClipFormat.WEBM.ending(),
          ClipFormat.NIFTI_GZ.ending(),
          ClipFormat.NIFTI.ending());

  /// Whether nothing but a clip can be written there.
  static boolean isClip(String output) {
    return OF_CLIPS_ONLY.contains(PictureNames.ending(output))
        || ClipFormat.of(output).filter(format -> format == ClipFormat.FRAMES).isPresent();
  }

  /// Whether the sources, or what the recipe says, make a clip of what pictures could be written
  /// as.
  ///
  /// @throws IOException if a source cannot be read
  static boolean moves(Recipe recipe, ClipReader reader) throws IOException {
    if (recipe.along() != null) {
      return true;
    }
    for (Source source : recipe.mixedSources()) {
      if (reader.moves(source.location())) {
        return true;
      }
    }
    return false;
  }

  /// A recipe that takes of volumes all slices.
  static Recipe whole(Recipe recipe, ClipReader reader) {
    List<Source> sources = new ArrayList<>();
    for (Source source : recipe.sources()) {
      String location = reader.whole(source.location());
      sources.add(new Source(location, source.className(), source.annotation(), source.soft()));
    }
    return recipe.withSources(sources);
  }

  /// The place to write to, if it can be one.
  private Path file() {
    if (format != ClipFormat.FRAMES) {
      return OutputFile.require(output, List.of(PictureNames.ending(output)));
    }
    Path folder = Path.of(output);
    if (!Files.isDirectory(OutputFile.folder(folder))) {
      throw Refusal.failed(
          "-o %s: there is no folder %s".formatted(output, OutputFile.folder(folder)));
    }
    return folder;
  }

  /// Mixes and writes.
  ///
  /// @param recipe with a course
  /// @param given whether it was given as one, and so knows its depth
  void run(
      Recipe recipe,
      boolean given,
      @Nullable Profile profile,
      @Nullable Integer frames,
      boolean json,
      PrintWriter out)
      throws IOException {
    Path file = file();
    if (recipe.method().type().uses(Trait.MARKS)
        || recipe.sources().stream().anyMatch(source -> source.annotation() != null)) {
      throw Refusal.usage("--annotation: of pictures only, nothing says what is where in a clip");
    }
    ClipDepth depth = given ? ClipDepth.OF_RECIPE : format.depth(recipe);
    int threads = Runtime.getRuntime().availableProcessors();
    try (ClipMix mix = ClipMix.open(recipe, reader, depth, frames, threads)) {
      Path folder = format == ClipFormat.FRAMES ? file : OutputFile.folder(file);
      String carried = RecipeText.json(Departure.of(mix.recipe(), folder));
      try (ClipWriter writer = ClipWriter.open(format, file, mix, carried)) {
        ClipMix.Result result = mix.mix(writer);
        writer.finish();
        ClipReport report = new ClipReport(mix, result, profile, writer.notes());
        out.println(json ? report.json() : report.text(output));
      }
    }
  }
}
