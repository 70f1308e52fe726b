package org.mixoscope.app.batch;

import org.mixoscope.batch.BatchReason;
import org.mixoscope.batch.clip.ClipJobSettings;
import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.batch.text.TextJobSettings;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.text.SentenceMix;
import org.mixoscope.text.TextMethod;
import org.mixoscope.text.TextMethodType;

/// What is mixed as a whole and is no data set of pictures. Of what is chosen it takes what means
/// the same for it, as `mixoscope batch` does.
sealed interface Other {
  /// @throws IllegalArgumentException if something is chosen that it cannot be mixed by
  void require(SampleSettings samples);

  private static void requireOrder(SampleSettings samples) {
    Partners partners = samples.partners();
    if (partners.who() != Partners.Who.ROLL || partners.background() != null) {
      throw new RefusedException(BatchReason.OTHERS_IN_ORDER.of());
    }
  }

  /// A folder of clips.
  ///
  /// @param clips how many
  /// @param classes how many
  /// @param areVolumes whether all of them are
  record Clips(int clips, int classes, boolean areVolumes) implements Other {
    static ClipReader reader() {
      return new ClipReader(new SourceReader(new PictureReader()));
    }

    /// What is written: what anybody can play, or numbers and their places.
    ClipFormat format() {
      return areVolumes ? ClipFormat.NIFTI_GZ : ClipFormat.MP4;
    }

    @Override
    public void require(SampleSettings samples) {
      requireOrder(samples);
      var _ = settings(samples);
    }

    ClipJobSettings settings(SampleSettings samples) {
      Policy policy = samples.policy();
      Policy.Choice only = policy.choices().getFirst();
      Method method = only.drawing().method();
      if (policy.choices().size() > 1
          || !(only.drawing() instanceof Drawing.ByItself)
          || method.type().uses(Trait.MARKS)
          || method.type().uses(Trait.MASK)) {
        throw new RefusedException(BatchReason.CLIPS_BY_ONE_METHOD.of());
      }
      return new ClipJobSettings(
          method,
          only.sources(),
          CourseType.usual(method, areVolumes),
          policy.probability(),
          samples.copies(),
          samples.keepOriginals(),
          samples.frame(),
          samples.fit(),
          samples.blending(),
          null,
          ClipReader.USUAL_RATE,
          samples.smoothing(),
          samples.seed(),
          format());
    }
  }

  /// A table of texts.
  ///
  /// @param column where they are
  record Texts(String column) implements Other {
    @Override
    public void require(SampleSettings samples) {
      requireOrder(samples);
    }

    TextJobSettings settings(SampleSettings samples) {
      return new TextJobSettings(
          TextMethodType.SPAN.make(TextMethod.ALPHA.initial(), SentenceMix.PIECES.initial()),
          2,
          samples.policy().probability(),
          samples.copies(),
          samples.keepOriginals(),
          samples.smoothing(),
          samples.seed(),
          TextOutput.Format.JSONL);
    }
  }
}
