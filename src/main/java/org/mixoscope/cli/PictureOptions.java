package org.mixoscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import picocli.CommandLine.Option;

/// What the pictures are brought to, and what their labels are.
final class PictureOptions {
  @Option(
      names = "--size",
      paramLabel = "WIDTHxHEIGHT",
      converter = Values.Size.class,
      description =
          "The size of the mix in pixels, at most 100 megapixels. The default is the size of A.")
  @Nullable Frame size;

  @Option(
      names = "--fit",
      paramLabel = "HOW",
      converter = FitChoice.class,
      description =
          "How a picture of another size is brought to that of the mix: cover fills it and cuts"
              + " off the rest, contain leaves black borders, stretch distorts."
              + " The default is cover.")
  Fit fit = Fit.COVER;

  @Option(
      names = "--decode",
      paramLabel = "HOW",
      converter = DecodingChoice.class,
      description =
          "exact: all pixels of all pictures; fast: a JPEG that --size makes at least 8 times"
              + " smaller is decoded smaller, so that at least 4 times are left: faster, of"
              + " nearly the same bytes. The default is exact.")
  Decoding decoding = Decoding.EXACT;

  @Option(
      names = "--classes",
      paramLabel = "NAME,NAME…",
      converter = Values.Names.class,
      description =
          "The class names of the pictures; the same name twice is one class. A picture with an"
              + " empty name, as in cat,, has no label: its pixels count for nobody."
              + " The default is the file names without extension.")
  Values.@Nullable ClassNames classes;

  @Option(
      names = "--annotation",
      paramLabel = "FILE",
      description =
          "What is where in A, in B and so on, given as often as there are pictures, or once for"
              + " all: a mask as PNG, or objects in a file of COCO, YOLO, Pascal VOC or LabelMe.")
  List<String> annotations = new ArrayList<>();

  @Option(
      names = "--smoothing",
      paramLabel = "ε",
      converter = Values.Smoothing.class,
      description =
          "Label smoothing ε within [0, 1) over K classes: ε/K everywhere, 1 − ε + ε/K at the"
              + " class. The default is 0, or that of the --profile.")
  @Nullable Double smoothing;

  static final class DecodingChoice extends Choice<Decoding> {
    DecodingChoice() {
      super(Decoding.values(), Decoding::id);
    }
  }

  static final class FitChoice extends Choice<Fit> {
    FitChoice() {
      super(Fit.values(), Fit::id);
    }
  }
}
