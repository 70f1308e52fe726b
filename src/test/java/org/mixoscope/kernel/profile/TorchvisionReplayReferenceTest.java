package org.mixoscope.kernel.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.Outcome.Paste;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.method.Inputs;

/// Whole batches as torchvision's `v2.MixUp` and `v2.CutMix` made them, to the last bit.
@BesideWindows
class TorchvisionReplayReferenceTest {
  private static final String RESOURCE = "/reference/torchvision_replay.jsonl";

  /// Ours is the share of A, torchvision's one less the share of B.
  private static final double LAST_BIT = Math.ulp(1.0);

  private static final JsonMapper MAPPER = new JsonMapper();

  @ParameterizedTest
  @MethodSource("cases")
  void numbersPicturesAndTargetsAreTorchvisions(Case torch) {
    Convention convention =
        TorchvisionReplay.PROFILE
            .convention(torch.get("method").asText())
            .withAlpha(torch.get("alpha").asDouble());
    Replay replay = new TorchvisionReplay(convention, new TorchRandom(torch.number("seed")));

    for (int step = 0; step < torch.steps().size(); step++) {
      JsonNode expected = torch.steps().get(step);
      assertEquals(step, expected.get("step").asInt());
      List<SampleMix> mixes = replay.next(torch.number("B"), torch.frame());
      assertEquals(torch.number("B"), mixes.size());
      Batch batch = new Batch(torch, step);
      CRC32 targets = new CRC32();
      for (int i = 0; i < mixes.size(); i++) {
        SampleMix mix = mixes.get(i);
        String where = "step %d, picture %d, %s".formatted(step, i, mix);
        Outcome outcome = mix.apply(Inputs.of(torch.frame()), new Workspace());
        assertEquals(expected.get("lam").asDouble(), mix.draw().lambda(), where);
        double label = outcome.weights().label().getFirst();
        assertEquals(expected.get("lam_label").asDouble(), label, LAST_BIT, where);
        assertEquals(expected.path("box"), box(outcome.paste()), where);
        byte[] mixed = bytes(outcome.mix(Blending.SRGB, batch.pictures(mix)));
        assertEquals(expected.get("crc32").get(i).asLong(), crc32(mixed), where);

        Pixels target = batch.target(mix, outcome.weights().label());
        assertEquals(
            List.of(MAPPER.convertValue(expected.get("target").get(i), Float[].class)),
            floats(target),
            where);
        targets.update(bytes(target));
      }
      assertEquals(expected.get("target_crc32").asLong(), targets.getValue());
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : lines()) {
      JsonNode step = MAPPER.readTree(line);
      if (step.get("step").asInt() == 0) {
        cases.add(new Case(new ArrayList<>()));
      }
      cases.getLast().steps().add(step);
    }
    assertTrue(cases.stream().anyMatch(one -> one.number("B") % 2 == 1), "an odd batch");
    return cases.stream();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = TorchvisionReplayReferenceTest.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(in, RESOURCE).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
  }

  /// Settings, and what came out of consecutive batches after one seed.
  record Case(List<JsonNode> steps) {
    JsonNode get(String field) {
      return steps.getFirst().get(field);
    }

    int number(String field) {
      return get(field).asInt();
    }

    Frame frame() {
      return new Frame(number("H"), number("W"));
    }

    @Override
    public String toString() {
      return "%s, alpha %s, seed %s, %d in %s"
          .formatted(get("method"), get("alpha"), get("seed"), number("B"), frame());
    }
  }

  /// The input of one step, by the formula in the README of the reference files.
  private record Batch(Case torch, int step) {
    List<Pixels> pictures(SampleMix mix) {
      return mix.sources().stream().map(this::picture).toList();
    }

    /// Blended in float32, as pixels are.
    Pixels target(SampleMix mix, List<Double> weights) {
      List<Pixels> oneHot = mix.sources().stream().map(this::oneHot).toList();
      return Mixer.mix(new Blend(oneHot.getFirst().frame(), weights), oneHot);
    }

    private Pixels oneHot(int index) {
      float[] values = new float[torch.number("K")];
      values[(7 * step + 3 * index) % values.length] = 1;
      return pixels(values, new Frame(1, values.length), 1);
    }

    private Pixels picture(int index) {
      int n = step * torch.number("B") + index;
      int channels = torch.number("C");
      Frame frame = torch.frame();
      float[] values = new float[Math.toIntExact(frame.pixels()) * channels];
      int at = 0;
      for (int c = 0; c < channels; c++) {
        for (int y = 0; y < frame.height(); y++) {
          for (int x = 0; x < frame.width(); x++) {
            values[at++] = (31 * n + 57 * c + 7 * y + 13 * x + (y * x) % 11) % 256 / 255f;
          }
        }
      }
      return pixels(values, frame, channels);
    }

    private static Pixels pixels(float[] values, Frame frame, int channels) {
      return new Pixels(
          MemorySegment.ofArray(values),
          frame.height(),
          frame.width(),
          channels,
          ElementType.FLOAT32,
          Layout.CHW);
    }
  }

  private static JsonNode box(@Nullable Paste paste) {
    if (paste == null) {
      return MAPPER.missingNode();
    }
    Box box = paste.clipped();
    return MAPPER.valueToTree(List.of(box.x1(), box.y1(), box.x2(), box.y2()));
  }

  private static byte[] bytes(Pixels pixels) {
    return pixels.memory().toArray(ValueLayout.JAVA_BYTE);
  }

  private static List<Float> floats(Pixels pixels) {
    List<Float> floats = new ArrayList<>();
    for (float value : pixels.memory().toArray(ValueLayout.JAVA_FLOAT)) {
      floats.add(value);
    }
    return floats;
  }

  private static long crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
