package org.mixoscope.batch.clip;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mixoscope.batch.JobFile.Kind;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.RunSettings;
import org.mixoscope.batch.Target;
import org.mixoscope.clip.ClipFolder;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.recipe.Fingerprint;
import org.mixoscope.recipe.Source;

/// `run.json` of a folder of mixed clips: what they were made of and how, so that nobody goes on
/// with other settings, and so that it can be given back.
///
/// @param source where the clips are
/// @param limit above which one counts as one that cannot be read, in megapixels
/// @param version of this program
record ClipRunFile(
    Path source, ClipFolder clips, ClipJobSettings settings, int limit, String version) {
  /// A part is there: in the end it says so itself, since what it wrote lies among that of others.
  void complete(Target target, Progress end) throws IOException {
    ObjectNode run = document().put("status", "complete");
    run.putObject("counts").put("samples", end.total()).put("skipped", end.skipped());
    RunSettings.write(target, run);
  }

  /// The job as it is now.
  ObjectNode document() throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put(Kind.CLIPS.key(), ClipJobDocument.VERSION).put("version", version);
    root.put("path", source.toAbsolutePath().toString());
    StringBuilder names = new StringBuilder();
    for (Source clip : clips.clips()) {
      Path path = Path.of(PackedPicture.fileOf(clip.location()));
      long bytes = Files.isDirectory(path) ? 0 : Files.size(path);
      names.append(relative(clip)).append(' ').append(bytes).append('\n');
    }
    Fingerprint listing =
        Fingerprint.of(new ByteArrayInputStream(names.toString().getBytes(UTF_8)));
    root.putObject("source")
        .put("name", String.valueOf(source.getFileName()))
        .put("clips", clips.clips().size())
        .put("left-out", clips.leftOut().size())
        .put("sha256", listing.sha256());
    clips.classes().forEach(root.putArray("classes")::add);
    ClipJobDocument.write(settings, limit, root);
    return root;
  }

  /// Where a clip is, from the folder of all on.
  String relative(Source clip) {
    return source.relativize(Path.of(clip.location())).toString().replace('\\', '/');
  }
}
