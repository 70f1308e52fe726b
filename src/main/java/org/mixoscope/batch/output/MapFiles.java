package org.mixoscope.batch.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Palette;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassMap;

/// The files of a class map: one index PNG, `NAME.png`; or, where pixels blend, one for each map,
/// `NAME.0.png`, `NAME.1.png`, and their weights: a number for all pixels, or a 16-bit PNG,
/// `NAME.0.weight.png`, in which 65535 is 1. The last map has what the others leave.
final class MapFiles {
  private static final int ONE = 65_535;

  /// A file.
  @SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
  record Named(String name, byte[] bytes) {}

  /// What of the map blends.
  ///
  /// @param weight of all its pixels; null if they have their own
  /// @param weights the file of these; null if there is none
  private record Part(String name, @Nullable Double weight, @Nullable String weights) {}

  private final List<Named> files = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  private MapFiles() {}

  /// @param stem of their names
  /// @param ending of the names of index PNG, with a dot
  static MapFiles of(ClassMap map, Palette palette, String stem, String ending) {
    MapFiles all = new MapFiles();
    int count = map.maps().size();
    for (int k = 0; k < count; k++) {
      String name = map.isHard() ? stem : stem + "." + k;
      all.files.add(new Named(name + ending, PictureWriter.indexPng(map.maps().get(k), palette)));
      if (map.composition() instanceof Blend blend) {
        all.parts.add(new Part(name + ending, blend.weights().get(k), null));
      } else if (k == count - 1) {
        all.parts.add(new Part(name + ending, null, null));
      } else {
        String weights = name + ".weight.png";
        all.parts.add(new Part(name + ending, null, weights));
        all.files.add(
            new Named(weights, PictureWriter.indexPng(weights(map.composition(), k), null)));
      }
    }
    return all;
  }

  private static Pixels weights(Composition composition, int source) {
    Frame frame = composition.frame();
    short[] weights = new short[Math.toIntExact(frame.pixels())];
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        weights[y * frame.width() + x] =
            (short) Math.round(ONE * composition.weightAt(source, y, x));
      }
    }
    return new Pixels(
        MemorySegment.ofArray(weights),
        frame.height(),
        frame.width(),
        1,
        ElementType.UINT16,
        Layout.HWC);
  }

  /// All of them.
  List<Named> files() {
    return List.copyOf(files);
  }

  /// What they are: `mask_file_name`, or `masks` with their weights.
  void write(JsonGenerator json) throws IOException {
    if (parts.size() == 1) {
      json.writeStringField("mask_file_name", parts.getFirst().name);
      return;
    }
    json.writeArrayFieldStart("masks");
    for (Part part : parts) {
      json.writeStartObject();
      json.writeStringField("file_name", part.name);
      if (part.weight != null) {
        json.writeNumberField("weight", part.weight);
      }
      if (part.weights != null) {
        json.writeStringField("weight_file_name", part.weights);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
