package org.mixoscope.cli;

import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipReader;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// How many frames a mix of clips has, and how long they stay. No part of the recipe.
final class ClipLength {
  @Option(
      names = "--frames",
      paramLabel = "N",
      converter = Count.class,
      description =
          "How many frames a mix of clips has, over the same time. The default is as many as the"
              + " first source that moves; where none does, it makes clips of pictures.")
  @Nullable Integer frames;

  @Option(
      names = "--rate",
      paramLabel = "N",
      converter = Rate.class,
      description =
          "Frames a second of folders of frames, and of pictures with --frames. The default is 25.")
  double rate = ClipReader.USUAL_RATE;

  static final class Count extends Values.Range {
    Count() {
      super(1, 1_000_000);
    }
  }

  static final class Rate implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double rate = Values.number(text);
      Values.require(rate >= 0.01 && rate <= 1000, "must be within [0.01, 1000]");
      return rate;
    }
  }
}
