package org.mixoscope.recipe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.Slice;

/// What was drawn, as JSON. The same in recipes of pictures and of texts.
public final class DrawJson {
  private DrawJson() {}

  /// @param node to put it into. Modified
  public static void write(Draw draw, ObjectNode node) {
    if (draw.weights().size() == 2) {
      node.put("lambda", draw.lambda());
    } else {
      ArrayNode weights = node.putArray("weights");
      draw.weights().forEach(weights::add);
    }
    node.put("u", draw.u()).put("v", draw.v());
    if (draw.noise() != 0) {
      node.put("noise", draw.noise());
    }
    Region region = draw.region();
    if (region != null) {
      node.putArray("region").add(region.x1()).add(region.y1()).add(region.x2()).add(region.y2());
    }
    Slice slice = draw.slice();
    if (slice != null) {
      node.putObject("slice").put("at", slice.at()).put("of", slice.of());
    }
  }

  /// @throws IllegalArgumentException if a field is missing, wrong or unknown
  public static Draw read(Fields fields) {
    boolean pair = !fields.has("weights");
    double lambda = pair ? fields.number("lambda") : 0;
    Draw draw =
        new Draw(
            pair ? List.of(lambda, 1 - lambda) : fields.numbers("weights"),
            fields.number("u"),
            fields.number("v"),
            fields.has("noise") ? fields.integer("noise") : 0,
            fields.has("region") ? readRegion(fields.numbers("region", 4)) : null,
            fields.has("slice") ? readSlice(fields.object("slice")) : null);
    fields.requireNoOthers();
    return draw;
  }

  private static Slice readSlice(Fields fields) {
    Slice slice = new Slice(whole(fields.integer("at")), whole(fields.integer("of")));
    fields.requireNoOthers();
    return slice;
  }

  /// What is too large is refused as the largest.
  private static int whole(long number) {
    return Math.clamp(number, -1, Integer.MAX_VALUE);
  }

  private static Region readRegion(List<Double> edges) {
    return new Region(edges.get(0), edges.get(1), edges.get(2), edges.get(3));
  }
}
