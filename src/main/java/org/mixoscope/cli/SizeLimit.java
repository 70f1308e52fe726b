package org.mixoscope.cli;

import org.mixoscope.image.PictureReader;
import picocli.CommandLine.Option;

/// How large pictures may be that are read.
final class SizeLimit {
  @Option(
      names = "--max-megapixels",
      paramLabel = "N",
      converter = Megapixels.class,
      description =
          "Pictures larger than this, 1 to 700 megapixels, are refused. The default is 100.")
  int megapixels = PictureReader.DEFAULT_MAX_MEGAPIXELS;

  PictureReader reader() {
    return PictureReader.upTo(megapixels);
  }

  static final class Megapixels extends Values.Range {
    Megapixels() {
      super(1, PictureReader.MOST_MEGAPIXELS);
    }
  }
}
