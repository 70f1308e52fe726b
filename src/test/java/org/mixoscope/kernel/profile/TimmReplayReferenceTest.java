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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.profile.TimmMixup.MinMax;
import org.mixoscope.kernel.profile.TimmMixup.Mode;
import org.mixoscope.kernel.profile.TimmMixup.Version;

/// Whole batches as timm's `FastCollateMixup` made them, to the byte.
@BesideWindows
class TimmReplayReferenceTest {
  /// timm computes targets in float32; they are printed with seven decimals.
  private static final double PRINTED = 2e-7;

  private static final JsonMapper MAPPER = new JsonMapper();

  @ParameterizedTest
  @MethodSource("cases")
  void picturesAndTargetsAreTimms(Case timm) {
    TimmReplay replay = new TimmReplay(timm.settings(), new NumpyRandom(timm.number("seed")));

    for (int step = 0; step < timm.steps().size(); step++) {
      List<SampleMix> mixes = replay.next(timm.number("B"), timm.frame());

      Batch batch = new Batch(timm, step);
      JsonNode expected = timm.steps().get(step);
      assertEquals(step, expected.get("step").asInt());
      assertEquals(expected.get("shape"), shape(mixes, timm));
      for (int i = 0; i < mixes.size(); i++) {
        byte[] mixed = batch.pixels(mixes.get(i));
        String where = "step %d, picture %d, %s".formatted(step, i, mixes.get(i));
        assertEquals(expected.get("crc32").get(i).asLong(), crc32(mixed), where);
        assertEquals(expected.get("sums").get(i).asLong(), sum(mixed), where);
        double[] target = MAPPER.convertValue(expected.get("target").get(i), double[].class);
        assertEquals(target.length, timm.number("K"));
        double[] label = batch.label(mixes.get(i));
        for (int c = 0; c < target.length; c++) {
          assertEquals(target[c], label[c], PRINTED, where);
        }
      }
    }
  }

  /// Else the cases would prove less than they seem to.
  @Test
  void casesHaveSamplesLeftAloneAndBoxesThatFloat32Changed() {
    List<SampleMix> all =
        cases()
            .flatMap(
                timm -> {
                  TimmReplay replay =
                      new TimmReplay(timm.settings(), new NumpyRandom(timm.number("seed")));
                  return timm.steps().stream()
                      .flatMap(_ -> replay.next(timm.number("B"), timm.frame()).stream());
                })
            .toList();

    assertTrue(all.stream().anyMatch(SampleMix::untouched));
    assertTrue(
        all.stream()
            .anyMatch(
                mix ->
                    mix.draw().region() != null
                        && mix.method() instanceof CutMix cutMix
                        && !cutMix.correctLambda()));
  }

  static Stream<Case> cases() {
    return Stream.concat(cases("timm_replay.jsonl"), cases("timm_replay_settings.jsonl"));
  }

  /// Consecutive lines up to the next step 0 are one case.
  private static Stream<Case> cases(String name) {
    List<Case> cases = new ArrayList<>();
    for (JsonNode line : lines(name)) {
      if (line.get("step").asInt() == 0) {
        cases.add(new Case(new ArrayList<>()));
      }
      cases.getLast().steps().add(line);
    }
    return cases.stream();
  }

  private static List<JsonNode> lines(String name) {
    String resource = "/reference/" + name;
    try (InputStream in = TimmReplayReferenceTest.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      List<JsonNode> lines = new ArrayList<>();
      for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
        lines.add(MAPPER.readTree(line));
      }
      return lines;
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
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

    TimmMixup settings() {
      return new TimmMixup(
          get("mixup").asDouble(),
          get("cutmix").asDouble(),
          minMax(),
          get("prob").asDouble(),
          get("switch").asDouble(),
          Stream.of(Mode.values())
              .filter(mode -> mode.id().equals(get("mode").asText()))
              .findFirst()
              .orElseThrow(),
          !steps.getFirst().has("correct_lam") || get("correct_lam").asBoolean(),
          Stream.of(Version.values())
              .filter(version -> version.id().equals("timm-" + get("version").asText()))
              .findFirst()
              .orElseThrow());
    }

    private @Nullable MinMax minMax() {
      JsonNode range = get("minmax");
      return range.isNull() ? null : new MinMax(range.get(0).asDouble(), range.get(1).asDouble());
    }

    @Override
    public String toString() {
      return "%s seed %d, %s".formatted(frame(), number("seed"), settings());
    }
  }

  /// The input of one step, by the formula in the README of the reference files.
  private record Batch(Case timm, int step) {
    byte[] pixels(SampleMix mix) {
      List<Pixels> sources = mix.sources().stream().map(this::source).toList();
      Composition composition = mix.method().compose(mix.draw(), Inputs.of(timm.frame()));
      return Mixer.mix(composition, sources).memory().toArray(ValueLayout.JAVA_BYTE);
    }

    double[] label(SampleMix mix) {
      Composition composition = mix.method().compose(mix.draw(), Inputs.of(timm.frame()));
      double smoothing = timm.get("smoothing").asDouble();
      int classes = timm.number("K");
      return SoftLabels.mix(
          mix.sources().stream()
              .map(i -> SoftLabels.oneHot((7 * step + 3 * i) % classes, classes, smoothing))
              .toList(),
          Outcome.of(mix.method(), mix.draw(), composition).weights().label());
    }

    private Pixels source(int index) {
      int n = step * timm.number("B") + index;
      int channels = timm.number("C");
      Frame frame = timm.frame();
      byte[] bytes = new byte[Math.toIntExact(frame.pixels()) * channels];
      int at = 0;
      for (int c = 0; c < channels; c++) {
        for (int y = 0; y < frame.height(); y++) {
          for (int x = 0; x < frame.width(); x++) {
            bytes[at++] = (byte) (31 * n + 57 * c + 7 * y + 13 * x + (y * x) % 11);
          }
        }
      }
      return new Pixels(
          MemorySegment.ofArray(bytes),
          frame.height(),
          frame.width(),
          channels,
          ElementType.UINT8,
          Layout.CHW);
    }
  }

  private static JsonNode shape(List<SampleMix> mixes, Case timm) {
    return MAPPER.valueToTree(
        List.of(mixes.size(), timm.number("C"), timm.number("H"), timm.number("W")));
  }

  private static long crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static long sum(byte[] bytes) {
    return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xFF).asLongStream().sum();
  }
}
