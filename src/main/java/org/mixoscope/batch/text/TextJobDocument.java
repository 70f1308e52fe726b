package org.mixoscope.batch.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.JobFile;
import org.mixoscope.batch.JobFile.Kind;
import org.mixoscope.batch.JobSource;
import org.mixoscope.batch.ReadAsJson;
import org.mixoscope.batch.SerialContents;
import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.recipe.Fields;
import org.mixoscope.text.SentenceMix;
import org.mixoscope.text.TextMethod;
import org.mixoscope.text.TextMethodType;

/// A job of texts as a document: all that decides which bytes it writes. `run.json` in the folder
/// that it has written is one, too.
///
/// @param source the table; null if it is named elsewhere
/// @param contents what was in it; null where nobody has looked yet
/// @param column that has the texts
/// @param settings what is made of it
public record TextJobDocument(
    @Nullable JobSource source,
    @Nullable SerialContents contents,
    String column,
    TextJobSettings settings) {
  static final int VERSION = 1;

  /// What it says besides, of the run and the table and not of the job.
  private static final List<String> BESIDES =
      List.of("version", "status", "counts", "source", "texts", "left-out", "classes");

  /// What a file says.
  ///
  /// @throws BatchException if it is no job, or none of texts
  public static TextJobDocument of(JobFile file) throws BatchException {
    return file.make(Kind.TEXTS, VERSION, fields -> read(file, fields));
  }

  private static TextJobDocument read(JobFile file, Fields fields) {
    BESIDES.forEach(fields::has);
    ReadAs as = readAs(fields);
    return new TextJobDocument(
        file.source(fields, as),
        SerialContents.of(file.tree()),
        fields.text("text-column"),
        new TextJobSettings(
            fields.object("method").make(TextJobDocument::readMethod),
            fields.side("sources"),
            fields.number("probability"),
            fields.side("copies"),
            fields.bool("keep-originals"),
            fields.number("smoothing"),
            fields.integer("seed"),
            fields.choice("format", List.of(TextOutput.Format.values()), TextJobDocument::id)));
  }

  /// Who does not say how the table was read says at least which column its labels were in.
  private static ReadAs readAs(Fields fields) {
    boolean isKnown = fields.has("label-column");
    return fields.has("read")
        ? fields.object("read").make(ReadAsJson::read)
        : isKnown ? ReadAs.USUAL.withLabelColumn(fields.text("label-column")) : ReadAs.USUAL;
  }

  private static TextMethod readMethod(Fields fields) {
    TextMethodType type =
        fields.choice("type", List.of(TextMethodType.values()), TextMethodType::id);
    int pieces =
        type == TextMethodType.SENTENCES ? fields.side("pieces") : SentenceMix.PIECES.initial();
    return type.make(fields.number("alpha"), pieces);
  }

  /// Puts the settings into the document of a run.
  ///
  /// @param root to put them into. Modified
  static void write(TextJobSettings settings, ObjectNode root) {
    ObjectNode method = root.putObject("method");
    method.put("type", settings.method().type().id()).put("alpha", settings.method().alpha());
    if (settings.method() instanceof SentenceMix sentences) {
      method.put("pieces", sentences.pieces());
    }
    root.put("sources", settings.sources()).put("probability", settings.probability());
    root.put("copies", settings.copies()).put("keep-originals", settings.keepOriginals());
    root.put("smoothing", settings.smoothing()).put("seed", settings.seed());
    root.put("format", id(settings.format()));
  }

  private static String id(TextOutput.Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
