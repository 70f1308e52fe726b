package org.mixoscope.app.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.clip.ClipJobSettings;
import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.batch.text.TextJobSettings;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.recipe.Fields;
import org.mixoscope.text.SentenceMix;
import org.mixoscope.text.TextMethodType;

/// What is chosen of what is no data set of pictures. It stays while there is another one.
///
/// @param asClips whether a folder that could be one of pictures is taken for one of clips
/// @param column of a table that has its texts, so that it is taken for one; null if nobody said so
public record OtherMaking(
    ClipMaking clips, TextMaking texts, boolean asClips, @Nullable String column) {
  private static final String CLIPS = "clips";
  private static final String TEXTS = "texts";
  private static final String AS_CLIPS = "as-clips";
  private static final String COLUMN = "text-column";

  /// Nothing is chosen yet.
  public static final OtherMaking USUAL =
      new OtherMaking(ClipMaking.USUAL, TextMaking.USUAL, false, null);

  OtherMaking with(ClipMaking other) {
    return new OtherMaking(other, texts, asClips, column);
  }

  OtherMaking with(TextMaking other) {
    return new OtherMaking(clips, other, asClips, column);
  }

  OtherMaking asClips(boolean other) {
    return new OtherMaking(clips, texts, other, null);
  }

  /// Of another source, of which nothing is said yet.
  OtherMaking ofAnother() {
    return new OtherMaking(clips, texts, false, null);
  }

  /// As a job of clips has it.
  OtherMaking like(ClipJobSettings job) {
    ClipMaking its = new ClipMaking(job.along(), job.format(), job.frames(), job.rate());
    return new OtherMaking(its, texts, true, null);
  }

  /// As a job of texts has it.
  ///
  /// @param from the column that has them
  OtherMaking like(TextJobSettings job, String from) {
    TextMaking its = new TextMaking(job.method(), job.sources(), job.format());
    return new OtherMaking(clips, its, false, from);
  }

  /// Writes what is not as usual.
  void write(ObjectNode node) {
    if (!clips.equals(ClipMaking.USUAL)) {
      node.set(CLIPS, tree(clips));
    }
    if (!texts.equals(TextMaking.USUAL)) {
      node.set(TEXTS, tree(texts));
    }
    if (asClips) {
      node.put(AS_CLIPS, true);
    }
    if (column != null) {
      node.put(COLUMN, column);
    }
  }

  private static ObjectNode tree(ClipMaking clips) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (clips.along() != null) {
      node.put("along", clips.along().id());
    }
    if (clips.format() != null) {
      node.put("format", clips.format().id());
    }
    if (clips.frames() != null) {
      node.put("frames", clips.frames());
    }
    return node.put("rate", clips.rate());
  }

  private static ObjectNode tree(TextMaking texts) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("method", texts.method().type().id())
            .put("alpha", texts.method().alpha());
    if (texts.method() instanceof SentenceMix cut) {
      node.put("pieces", cut.pieces());
    }
    return node.put("sources", texts.sources()).put("format", id(texts.format()));
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException if a value makes no sense
  static OtherMaking read(Fields fields) {
    return new OtherMaking(
        fields.has(CLIPS) ? fields.object(CLIPS).make(OtherMaking::readClips) : ClipMaking.USUAL,
        fields.has(TEXTS) ? fields.object(TEXTS).make(OtherMaking::readTexts) : TextMaking.USUAL,
        fields.has(AS_CLIPS) && fields.bool(AS_CLIPS),
        fields.has(COLUMN) ? fields.text(COLUMN) : null);
  }

  private static ClipMaking readClips(Fields fields) {
    return new ClipMaking(
        fields.has("along")
            ? fields.choice("along", List.of(CourseType.values()), CourseType::id)
            : null,
        fields.has("format")
            ? fields.choice("format", List.of(ClipFormat.values()), ClipFormat::id)
            : null,
        fields.has("frames") ? (@Nullable Integer) fields.side("frames") : null,
        fields.number("rate"));
  }

  private static TextMaking readTexts(Fields fields) {
    TextMethodType type =
        fields.choice("method", List.of(TextMethodType.values()), TextMethodType::id);
    int pieces = fields.has("pieces") ? fields.side("pieces") : SentenceMix.PIECES.initial();
    return new TextMaking(
        type.make(fields.number("alpha"), pieces),
        fields.side("sources"),
        fields.choice("format", List.of(TextOutput.Format.values()), OtherMaking::id));
  }

  private static String id(TextOutput.Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
