package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.profile.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The settings of somebody's run in, every mix of that run out.
@Command(
    name = "replay",
    customSynopsis = "mixoscope replay --batch N --size WIDTHxHEIGHT [OPTIONS]",
    description = {
      "Prints what timm's FastCollateMixup does to every sample after numpy.random.seed(N), or"
          + " torchvision's v2.MixUp and v2.CutMix after torch.manual_seed(N) on the CPU: the same"
          + " λ and boxes, number for number.",
      "One JSON object a line: step, sample, partner (both count from 0 within the batch), method"
          + " (mixup, cutmix, cutmix-minmax or none), lambda as drawn (with --cutmix-minmax: as the"
          + " box leaves), effective_lambda (the sample's own share of the pixels), box ([x1, y1,"
          + " x2, y2] in pixels, half-open, or null) and, where the label differs from the pixels,"
          + " label_weights (of sample and partner).",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope replay --profile timm-1.0.29 --seed 42 --batch 64 --size 224x224 \\",
      "    --mixup-alpha 0.8 --cutmix-alpha 1 --steps 100",
      "  mixoscope replay --batch 64 --size 224x224 --cutmix-minmax 0.2,0.8 --mode pair",
      "  mixoscope replay --profile torchvision-v2 --method cutmix --seed 7 --batch 32 \\",
      "    --size 224x224 --alpha 0.2"
    })
final class ReplayCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Mixin final ReplayOptions options = new ReplayOptions();

  @Option(
      names = "--batch",
      required = true,
      paramLabel = "N",
      converter = BatchSize.class,
      description = "Samples in a batch, up to 65536; timm needs an even number.")
  int batch;

  @Option(
      names = "--size",
      required = true,
      paramLabel = "WIDTHxHEIGHT",
      converter = Values.Size.class,
      description = "The size of the pictures in pixels.")
  @Nullable Frame size;

  @Option(
      names = "--steps",
      paramLabel = "N",
      converter = Steps.class,
      description = "How many batches to print. The default is 1.")
  int steps = 1;

  @Option(
      names = "--start-step",
      paramLabel = "N",
      converter = StartStep.class,
      description = "The first batch to print; those before are drawn only. The default is 0.")
  int startStep;

  ReplayCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Frame frame = Objects.requireNonNull(size);
    Replay replay = options.replay(batch);
    for (int step = 0; step < startStep; step++) {
      replay.next(batch, frame);
    }
    try (ReplayJson json = new ReplayJson(out, frame)) {
      for (int step = startStep; step < startStep + steps; step++) {
        List<SampleMix> mixes = replay.next(batch, frame);
        for (int sample = 0; sample < mixes.size(); sample++) {
          json.write(step, sample, mixes.get(sample));
        }
      }
    }
    return 0;
  }

  static final class BatchSize extends Values.Range {
    BatchSize() {
      super(2, 65_536);
    }
  }

  static final class Steps extends Values.Range {
    Steps() {
      super(1, 1_000_000);
    }
  }

  static final class StartStep extends Values.Range {
    StartStep() {
      super(0, 1_000_000_000);
    }
  }
}
