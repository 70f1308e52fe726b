package org.mixoscope.app.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.Encoding.Numbers;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.dataset.labelled.ClassOrder;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.code.CommandWords;
import org.mixoscope.text.SentenceMix;
import org.mixoscope.text.TextMethod;

/// The `mixoscope batch` that writes the same bytes.
public final class BatchLine {
  private BatchLine() {}

  /// As it is typed; a path that is not chosen yet is `SRC` or `OUT`.
  ///
  /// @param recipe of Explore
  /// @throws IllegalArgumentException if a value is out of its range
  public static String of(BatchOptions options, Recipe recipe) {
    return words(options, recipe).line();
  }

  /// Its words, not quoted.
  ///
  /// @param recipe of Explore
  /// @throws IllegalArgumentException if a value is out of its range
  public static CommandWords words(BatchOptions options, Recipe recipe) {
    JobSettings settings = options.settings(recipe);
    CommandWords words =
        new CommandWords("mixoscope", "batch", path(options.source(), "SRC"))
            .add(path(options.target(), "OUT"));
    say(words, options.as());
    PolicyChoice policy = options.making().policy();
    if (policy.hasOptions()) {
      policy.say(words, recipe);
      say(words, settings.samples(), policy.silentSmoothing());
      say(words, settings.output());
      flag(words, "--strict", settings.strict());
      sayLimit(words, options);
    } else {
      words.add("--job", new JobDocument(null, settings).text());
    }
    sayThreads(words, options);
    return words;
  }

  /// The same of clips or texts, of which options of pictures say nothing.
  ///
  /// @param recipe of Explore
  /// @throws IllegalArgumentException if a value is out of its range
  static CommandWords words(BatchOptions options, Recipe recipe, Other other) {
    SampleSettings samples = options.settings(recipe).samples();
    CommandWords words =
        new CommandWords("mixoscope", "batch", path(options.source(), "SRC"))
            .add(path(options.target(), "OUT"));
    switch (other) {
      case Other.Clips clips -> {
        ClipMaking making = options.others().clips();
        words.add("--clips", making.format(clips.areVolumes()).id());
        options.making().policy().say(words, recipe);
        CourseType along = making.along();
        value(words, "--along", along == null ? null : along.id());
        Integer frames = making.frames();
        value(words, "--frames", frames == null ? null : frames.toString());
        if (making.rate() != ClipMaking.USUAL.rate()) {
          words.add("--rate", Double.toString(making.rate()));
        }
        sayBlending(words, samples);
        sayProbability(words, samples);
        saySize(words, samples);
        sayAmount(words, samples, 0);
        sayLimit(words, options);
        sayThreads(words, options);
      }
      case Other.Texts texts -> {
        words.add("--text-column", texts.table().textColumn());
        say(words, options.others().texts());
        say(words, options.as());
        sayProbability(words, samples);
        sayAmount(words, samples, 0);
      }
    }
    return words;
  }

  private static void say(CommandWords words, TextMaking making) {
    TextMethod method = making.method();
    if (method.type() != TextMaking.USUAL.method().type()) {
      words.add("--text-method", method.type().id());
    }
    if (method.alpha() != TextMethod.ALPHA.initial()) {
      words.add("--alpha", Double.toString(method.alpha()));
    }
    if (method instanceof SentenceMix cut && cut.pieces() != SentenceMix.PIECES.initial()) {
      words.add("--pieces", Integer.toString(cut.pieces()));
    }
    if (making.sources() != TextMaking.USUAL.sources()) {
      words.add("--sources", Integer.toString(making.sources()));
    }
    if (making.format() == TextOutput.Format.PARQUET) {
      words.add("--format", "parquet");
    }
  }

  private static void sayLimit(CommandWords words, BatchOptions options) {
    if (options.maxMegapixels() != PictureReader.DEFAULT_MAX_MEGAPIXELS) {
      words.add("--max-megapixels", Integer.toString(options.maxMegapixels()));
    }
  }

  private static void sayThreads(CommandWords words, BatchOptions options) {
    if (options.threads() != BatchOptions.usualThreads()) {
      words.add("--threads", Integer.toString(options.threads()));
    }
  }

  private static void say(CommandWords words, ReadAs as) {
    Path classes = as.classes();
    if (classes != null) {
      words.add("--classes", classes.toString());
    }
    if (as.order() != ClassOrder.NAME) {
      words.add("--class-order", as.order().id());
    }
    value(words, "--split", as.split());
    value(words, "--label-column", as.labelColumn());
    value(words, "--label-delimiter", as.labelDelimiter());
    TargetKind target = as.target();
    value(words, "--target", target == null ? null : target.id());
    Path pictures = as.pictures();
    value(words, "--pictures", pictures == null ? null : pictures.toString());
    flag(words, "--transpose", as.transpose());
  }

  private static void value(CommandWords words, String option, @Nullable String value) {
    if (value != null) {
      words.add(option, value);
    }
  }

  private static void say(CommandWords words, SampleSettings settings, double silentSmoothing) {
    String mask = settings.mask();
    if (mask != null) {
      words.add("--mask", mask);
    }
    sayBlending(words, settings);
    sayProbability(words, settings);
    Partners partners = settings.partners();
    if (partners.who() != Partners.Who.ROLL) {
      words.add("--pairing", partners.who().id());
    }
    BackgroundSource background = partners.background();
    value(words, "--background", background == null ? null : background.path().toString());
    Double bandwidth = partners.bandwidth();
    value(words, "--bandwidth", bandwidth == null ? null : bandwidth.toString());
    saySize(words, settings);
    if (settings.decoding() != Decoding.EXACT) {
      words.add("--decode", settings.decoding().id());
    }
    if (settings.channels() != Channels.KEEP) {
      words.add("--channels", settings.channels().id());
    }
    say(words, settings.labelling());
    sayAmount(words, settings, silentSmoothing);
  }

  private static void sayBlending(CommandWords words, SampleSettings settings) {
    if (settings.blending() != Blending.SRGB) {
      words.add("--blending", settings.blending().id());
    }
  }

  private static void sayProbability(CommandWords words, SampleSettings settings) {
    if (settings.policy().probability() != 1) {
      words.add("--prob", Double.toString(settings.policy().probability()));
    }
  }

  private static void saySize(CommandWords words, SampleSettings settings) {
    if (settings.frame() != null) {
      words.add("--size", settings.frame().width() + "x" + settings.frame().height());
    }
    if (settings.fit() != Fit.COVER) {
      words.add("--fit", settings.fit().id());
    }
  }

  /// Labels, how many samples there are, and what they are drawn by.
  private static void sayAmount(
      CommandWords words, SampleSettings settings, double silentSmoothing) {
    if (settings.smoothing() != silentSmoothing) {
      words.add("--smoothing", Double.toString(settings.smoothing()));
    }
    if (settings.copies() != 1) {
      words.add("--copies", Integer.toString(settings.copies()));
    }
    flag(words, "--keep-originals", settings.keepOriginals());
    words.add("--seed", Long.toString(settings.seed()));
  }

  private static void say(CommandWords words, Labelling labelling) {
    Keeping keeping = labelling.keeping();
    if (keeping.minVisible() != Keeping.USUAL.minVisible()) {
      words.add("--min-visible", Double.toString(keeping.minVisible()));
    }
    if (keeping.hidden() != Keeping.USUAL.hidden()) {
      words.add("--hidden", keeping.hidden().id());
    }
    if (labelling.by() != Labelling.USUAL.by()) {
      words.add("--label", labelling.by().id());
    }
  }

  private static void say(CommandWords words, OutputSettings settings) {
    Encoding usual = settings.format().isArray() ? Numbers.UINT8 : Encoding.USUAL;
    words.add("--format", settings.format().id());
    if (!settings.encoding().equals(usual)) {
      words.add("--image", settings.encoding().id());
    }
    flag(words, "--embed-recipes", settings.recipes());
  }

  private static void flag(CommandWords words, String option, boolean on) {
    if (on) {
      words.add(option);
    }
  }

  private static String path(@Nullable Path path, String otherwise) {
    return path == null ? otherwise : path.toString();
  }
}
