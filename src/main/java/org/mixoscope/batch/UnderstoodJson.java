package org.mixoscope.batch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Mass;
import org.mixoscope.dataset.LeftOut;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.FindingReason;
import org.mixoscope.dataset.labelled.Findings;
import org.mixoscope.dataset.labelled.Headers;
import org.mixoscope.dataset.labelled.ObjectCensus;
import org.mixoscope.dataset.labelled.PixelCounts;
import org.mixoscope.dataset.labelled.Turned;
import org.mixoscope.image.Scale;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;

/// What was understood of a data set, as JSON: for `mixoscope inspect`, and for `run.json`.
public final class UnderstoodJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private UnderstoodJson() {}

  /// All of it. Where labels are weights of classes, each class has its share of all labels, too.
  ///
  /// @param mass what mixing makes of these shares; null where nothing is to be said of mixing
  public static ObjectNode all(DataSet data, Headers headers, @Nullable Mass mass) {
    ObjectNode root = brief(data);
    Mass.before(data).ifPresent(shares -> put(root, "before", shares));
    if (mass != null) {
      put(root, "after", mass.after());
    }
    Census census = headers.census();
    ArrayNode channels = root.putArray("channels");
    if (census.grey() > 0) {
      channels.addObject().put("channels", 1).put("pictures", census.grey());
    }
    if (census.colour() > 0) {
      channels.addObject().put("channels", 3).put("pictures", census.colour());
    }
    ArrayNode bits = root.putArray("bits");
    headers
        .numbers()
        .pictures()
        .forEach(
            (type, count) -> {
              ObjectNode one = bits.addObject().put("bits", Byte.SIZE * type.bytes());
              if (!type.isLight()) {
                one.put("type", type.id());
              }
              one.put("pictures", count);
            });
    Scale scale = headers.numbers().scale();
    if (scale != null && !(scale.isNone() && scale.unit().isEmpty())) {
      root.putObject("scale")
          .put("slope", scale.slope())
          .put("intercept", scale.intercept())
          .put("unit", scale.unit());
    }
    ObjectNode sizes = root.putObject("sizes");
    put(sizes, "smallest", headers.smallest());
    put(sizes, "largest", headers.largest());
    Turned turned = headers.turned();
    if (turned.pictures() > 0) {
      root.putObject("turned")
          .put("pictures", turned.pictures())
          .put("objects_as_stored", turned.markedAsStored())
          .put("objects_assumed_upright", turned.unseen());
    }
    root.put("unreadable", headers.unreadable());
    texts(root.putArray("problems"), headers.problems());
    return root;
  }

  private static void put(ObjectNode root, String name, List<Double> shares) {
    for (int c = 0; c < shares.size(); c++) {
      ((ObjectNode) root.path("classes").path(c)).put(name, shares.get(c));
    }
  }

  /// What can be said without a look into the pictures.
  public static ObjectNode brief(DataSet data) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("kind", data.kind()).put("pictures", data.size());
    ArrayNode classes = root.putArray("classes");
    int[] counts = data.counts();
    Optional<ObjectCensus> objects = data.objects();
    for (int i = 0; i < counts.length; i++) {
      ObjectNode one = classes.addObject();
      one.put("name", data.classes().get(i)).put("pictures", counts[i]);
      int index = i;
      objects.ifPresent(all -> one.put("objects", all.ofClasses().get(index)));
    }
    objects.ifPresent(all -> put(root.putObject("objects"), all));
    data.pixels().ifPresent(pixels -> put(root, classes, pixels));
    root.setAll(findings(data.findings()));
    return root;
  }

  private static void put(ObjectNode node, ObjectCensus all) {
    node.put("count", all.objects())
        .put("masks", all.masks())
        .put("crowd", all.crowds())
        .put("ignored", all.ignored())
        .put("most_in_a_picture", all.most())
        .put("pictures_without", all.without());
  }

  /// Which part of all pixels that have a class each class has, and which part of all has none.
  private static void put(ObjectNode root, ArrayNode classes, PixelCounts pixels) {
    for (int i = 0; i < classes.size(); i++) {
      ((ObjectNode) classes.get(i)).put("pixels", pixels.share(i));
    }
    root.put("ignored_pixels", pixels.ignoredShare());
  }

  private static void put(ObjectNode node, String name, @Nullable Frame frame) {
    if (frame != null) {
      node.putObject(name).put("width", frame.width()).put("height", frame.height());
    }
  }

  /// What the labels are, and what is left out.
  static ObjectNode findings(Findings findings) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("class_order", order(findings.order()));
    root.put("target", findings.target().id());
    if (findings.split() != null) {
      root.put("split", findings.split());
    }
    findings.splits().forEach(root.putArray("splits")::add);
    texts(root.putArray("remarks"), findings.remarks());
    put(root.putArray("left_out"), findings.leftOut());
    return root;
  }

  /// What else is mixed.
  ///
  /// @param background null for nothing
  /// @param node to put it into. Modified
  public static void put(@Nullable Background background, ObjectNode node) {
    if (background != null) {
      ObjectNode its = node.putObject("background").put("pictures", background.size());
      put(its.putArray("left_out"), background.leftOut());
    }
  }

  private static void put(ArrayNode leftOut, List<LeftOut> all) {
    for (LeftOut one : all) {
      ObjectNode node = leftOut.addObject();
      node.put("reason", one.why().text()).put("count", one.count());
      one.examples().forEach(node.putArray("examples")::add);
    }
  }

  private static String order(Objection rule) {
    return rule.reason() instanceof FindingReason reason
        ? switch (reason) {
          case NATURALLY -> "natural";
          case DECLARED, AS_VOC -> "declared";
          case BY_INDEX -> "index";
          case BY_CATEGORY_ID -> "category-id";
          case ONE_NUMBER -> "none";
          default -> "name";
        }
        : "name";
  }

  private static void texts(ArrayNode node, List<Objection> all) {
    all.stream().map(Objection::text).forEach(node::add);
  }
}
