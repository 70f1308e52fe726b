package org.mixoscope.batch.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Rle;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;

/// Objects as JSON: as columns, which is how Hugging Face has them, or each by itself as COCO does.
/// Boxes are x, y, width and height in pixels, of which parts count; masks are COCO's compressed
/// runs.
record ObjectsJson(JsonGenerator json) {
  private interface Field {
    void write(Instance one) throws IOException;
  }

  /// `objects`, and how many fell away.
  void write(Objects objects) throws IOException {
    List<Instance> all = objects.instances();
    json.writeObjectFieldStart("objects");
    column("bbox", all, one -> writeBox(one.box()));
    column("categories", all, one -> json.writeNumber(one.category()));
    column("segmentation", all, one -> writeMask(one.mask(), objects.frame()));
    column("area", all, one -> json.writeNumber(one.area()));
    column("iscrowd", all, one -> json.writeNumber(bit(one.crowd())));
    column("ignore", all, one -> json.writeNumber(bit(one.ignored())));
    column("visible", all, one -> json.writeNumber(one.visible()));
    column("weight", all, one -> json.writeNumber(one.weight()));
    column("source", all, one -> json.writeNumber(one.source()));
    json.writeEndObject();
    json.writeNumberField("objects_gone", objects.gone());
  }

  private void column(String name, List<Instance> all, Field field) throws IOException {
    json.writeArrayFieldStart(name);
    for (Instance one : all) {
      field.write(one);
    }
    json.writeEndArray();
  }

  /// The fields of an annotation of COCO but its number. What is to be ignored is a crowd to COCO's
  /// tools, which know nothing else; `ignore` tells them apart.
  ///
  /// @param image the number of the picture
  void write(Instance one, Frame frame, long image) throws IOException {
    json.writeNumberField("image_id", image);
    json.writeNumberField("category_id", one.category() + CocoOutput.FIRST);
    json.writeFieldName("bbox");
    writeBox(one.box());
    json.writeFieldName("segmentation");
    Mask mask = one.mask();
    if (mask == null) {
      json.writeArray(new int[0], 0, 0);
    } else {
      writeMask(mask, frame);
    }
    json.writeNumberField("area", one.area());
    json.writeNumberField("iscrowd", bit(one.isToBeIgnored()));
    json.writeNumberField("ignore", bit(one.ignored()));
    json.writeNumberField("visible", one.visible());
    json.writeNumberField("weight", one.weight());
    json.writeNumberField("source", one.source());
  }

  private void writeBox(Edges box) throws IOException {
    double[] numbers = {box.x1(), box.y1(), box.x2() - box.x1(), box.y2() - box.y1()};
    json.writeArray(numbers, 0, numbers.length);
  }

  private void writeMask(@Nullable Mask mask, Frame frame) throws IOException {
    if (mask == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeFieldName("size");
    json.writeArray(new int[] {frame.height(), frame.width()}, 0, 2);
    json.writeStringField("counts", Rle.text(Rle.runs(mask, frame)));
    json.writeEndObject();
  }

  private static int bit(boolean is) {
    return is ? 1 : 0;
  }
}
