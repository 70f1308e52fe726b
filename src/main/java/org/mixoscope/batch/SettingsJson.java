package org.mixoscope.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.batch.sample.BackgroundSource.Contents;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Depth;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.target.Hidden;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.recipe.Fields;
import org.mixoscope.recipe.MethodJson;

/// The settings of a job as JSON. What a policy does to batches has no say in a job and is not
/// there.
final class SettingsJson {
  static final String MAX_MEGAPIXELS = "max_megapixels";
  static final String BACKGROUND = "background";
  private static final String DECODE = "decode";

  private SettingsJson() {}

  /// @param node to put them into. Modified
  static void write(JobSettings settings, ObjectNode node) {
    write(settings.samples(), settings.output().encoding().depth(), node);
    write(settings.output(), node);
    node.put("strict", settings.strict());
    if (settings.maxMegapixels() != PictureReader.DEFAULT_MAX_MEGAPIXELS) {
      node.put(MAX_MEGAPIXELS, settings.maxMegapixels());
    }
  }

  private static void write(SampleSettings samples, Depth depth, ObjectNode node) {
    ArrayNode policy = node.putArray("policy");
    samples.policy().choices().forEach(choice -> write(choice, policy.addObject()));
    node.put("probability", samples.policy().probability());
    node.put("pairing", samples.partners().who().id());
    Double bandwidth = samples.partners().bandwidth();
    if (bandwidth != null) {
      node.put("bandwidth", bandwidth);
    }
    BackgroundSource background = samples.partners().background();
    if (background != null) {
      node.set(BACKGROUND, tree(background));
    }
    node.put("blending", samples.blending().id());
    if (samples.mask() != null) {
      node.put("mask", samples.mask());
    }
    Frame frame = samples.frame();
    if (frame != null) {
      node.putObject("size").put("width", frame.width()).put("height", frame.height());
    }
    node.put("fit", samples.fit().id());
    if (samples.decoding() != Decoding.EXACT) {
      node.put(DECODE, samples.decoding().id());
    }
    node.put("channels", samples.channels().id());
    if (depth.type() != null) {
      node.put("depth", depth.bits());
    }
    write(samples.labelling(), node);
    node.put("smoothing", samples.smoothing());
    node.put("copies", samples.copies());
    node.put("keep_originals", samples.keepOriginals());
    node.put("seed", samples.seed());
  }

  /// What is usual is not said: most data sets have no objects.
  private static void write(Labelling labelling, ObjectNode node) {
    if (labelling.by() != Labelling.USUAL.by()) {
      node.put("label", labelling.by().id());
    }
    Keeping keeping = labelling.keeping();
    if (!keeping.equals(Keeping.USUAL)) {
      node.put("min_visible", keeping.minVisible()).put("hidden", keeping.hidden().id());
    }
  }

  private static void write(OutputSettings output, ObjectNode node) {
    node.put("format", output.format().id());
    node.put("image", output.encoding().id());
    node.put("recipes", output.recipes());
  }

  private static void write(Choice choice, ObjectNode node) {
    MethodJson.write(choice.drawing().method(), node.putObject("method"));
    node.put("sources", choice.sources()).put("weight", choice.weight());
    switch (choice.drawing()) {
      case Drawing.ByItself _ -> {}
      case Convention convention -> ConventionJson.write(convention, node.putObject("drawn"));
      case Drawing other ->
          throw new IllegalArgumentException("drawing = " + other + ": no job can say that");
    }
  }

  /// @throws IllegalArgumentException if a field is missing, wrong or unknown
  static JobSettings read(Edition edition, Fields fields) {
    OutputSettings output = readOutput(fields);
    return new JobSettings(
        edition,
        readSamples(fields, output.encoding().depth()),
        output,
        fields.bool("strict"),
        fields.has(MAX_MEGAPIXELS)
            ? fields.side(MAX_MEGAPIXELS)
            : PictureReader.DEFAULT_MAX_MEGAPIXELS);
  }

  static ObjectNode tree(BackgroundSource background) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("path", background.path().toString());
    Contents contents = background.contents();
    if (contents != null) {
      node.put("pictures", contents.pictures()).put("sha256", contents.sha256());
    }
    return node;
  }

  private static BackgroundSource readBackground(Fields fields) {
    return new BackgroundSource(
        fields.parsed("path", Path::of),
        Stream.of("pictures", "sha256").anyMatch(fields::has)
            ? new Contents(fields.side("pictures"), fields.text("sha256"))
            : null);
  }

  private static SampleSettings readSamples(Fields fields, Depth depth) {
    List<Choice> choices =
        fields.objects("policy").stream()
            .map(choice -> choice.make(SettingsJson::readChoice))
            .toList();
    return new SampleSettings(
        Policy.of(choices).withProbability(fields.number("probability")),
        new Partners(
            fields.choice("pairing", List.of(Partners.Who.values()), Partners.Who::id),
            fields.has("bandwidth") ? (Double) fields.number("bandwidth") : null,
            fields.has(BACKGROUND)
                ? fields.object(BACKGROUND).make(SettingsJson::readBackground)
                : null),
        fields.choice("blending", List.of(Blending.values()), Blending::id),
        fields.has("mask") ? fields.text("mask") : null,
        fields.has("size") ? fields.object("size").make(SettingsJson::readSize) : null,
        fields.choice("fit", List.of(Fit.values()), Fit::id),
        fields.has(DECODE)
            ? fields.choice(DECODE, List.of(Decoding.values()), Decoding::id)
            : Decoding.EXACT,
        readChannels(fields, depth),
        readLabelling(fields),
        fields.number("smoothing"),
        fields.side("copies"),
        fields.bool("keep_originals"),
        fields.integer("seed"));
  }

  /// A job that is written by hand need not say them.
  private static Channels readChannels(Fields fields, Depth depth) {
    int bits = fields.has("depth") ? fields.side("depth") : depth.bits();
    if (bits != depth.bits()) {
      throw new RefusedException(
          depth == Depth.KEEP
              ? DocumentReason.NO_DEPTH.of(bits)
              : DocumentReason.WRONG_DEPTH.of(bits, depth.bits()));
    }
    return fields.has("channels")
        ? fields.choice("channels", List.of(Channels.values()), Channels::id)
        : Channels.KEEP;
  }

  private static Labelling readLabelling(Fields fields) {
    Labelling usual = Labelling.USUAL;
    return new Labelling(
        fields.has("label")
            ? fields.choice("label", List.of(Labelling.By.values()), Labelling.By::id)
            : usual.by(),
        new Keeping(
            fields.has("min_visible") ? fields.number("min_visible") : usual.keeping().minVisible(),
            fields.has("hidden")
                ? fields.choice("hidden", List.of(Hidden.values()), Hidden::id)
                : usual.keeping().hidden()));
  }

  private static Frame readSize(Fields fields) {
    return new Frame(fields.side("height"), fields.side("width"));
  }

  private static OutputSettings readOutput(Fields fields) {
    return new OutputSettings(
        fields.choice("format", List.of(OutputFormat.values()), OutputFormat::id),
        fields.parsed("image", Encoding::of),
        fields.bool("recipes"));
  }

  private static Choice readChoice(Fields fields) {
    Method method = fields.object("method").make(MethodJson::read);
    Drawing drawing =
        fields.has("drawn")
            ? fields.object("drawn").make(drawn -> ConventionJson.read(drawn, method))
            : Drawing.of(method);
    return new Choice(drawing, fields.number("weight"), fields.side("sources"));
  }
}
