package org.mixoscope.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.ClassOrder;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TargetKind;
import picocli.CommandLine.Option;

/// How a data set is to be read, where it does not say so itself.
final class DataSetOptions {
  @Option(
      names = "--classes",
      paramLabel = "FILE",
      description =
          "A text file with the names of all classes, one a line, in the order of their indices."
              + " The default is classes.txt in the data set.")
  @Nullable Path classes;

  @Option(
      names = "--class-order",
      paramLabel = "HOW",
      converter = Order.class,
      description =
          "The order of classes that no file lists: name, character by character as torchvision has"
              + " it (1, 10, 2), or natural, as timm has it (1, 2, 10). The default is name.")
  ClassOrder order = ClassOrder.NAME;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "Which part to take of a data set that has several, such as train.")
  @Nullable String split;

  @Option(
      names = "--label-column",
      paramLabel = "NAME",
      description = "The column of a table that has the labels, where its name does not tell.")
  @Nullable String labelColumn;

  @Option(
      names = "--label-delimiter",
      paramLabel = "TEXT",
      description = "What stands between the classes of a picture in one column, such as a space.")
  @Nullable String labelDelimiter;

  @Option(
      names = "--target",
      paramLabel = "KIND",
      converter = Target.class,
      description =
          "What pictures are labelled with: class, one or a soft label; labels, any number of"
              + " classes; number, which is mixed as it is; map, the class of every pixel; objects,"
              + " in boxes or masks; auto finds out. The default is auto.")
  Asked target = Asked.AUTO;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description =
          "Where the pictures are that an annotation file names, COCO's, YOLO's or Pascal VOC's."
              + " The default is beside it, in images or in a folder named like the split.")
  @Nullable Path pictures;

  @Option(
      names = "--transpose",
      description =
          "Take rows for columns in the pictures of IDX files: those of EMNIST lie on their side.")
  boolean transpose;

  ReadAs readAs() {
    return new ReadAs(
        classes, order, split, labelColumn, labelDelimiter, target.kind(), pictures, transpose);
  }

  static final class Order extends Choice<ClassOrder> {
    Order() {
      super(ClassOrder.values(), ClassOrder::id);
    }
  }

  /// A kind of target, or none: then it is found out.
  record Asked(@Nullable TargetKind kind) {
    static final Asked AUTO = new Asked(null);

    String name() {
      return kind == null ? "auto" : kind.id();
    }
  }

  static final class Target extends Choice<Asked> {
    Target() {
      super(
          List.of(
              Asked.AUTO,
              new Asked(TargetKind.CLASS),
              new Asked(TargetKind.LABELS),
              new Asked(TargetKind.NUMBER),
              new Asked(TargetKind.MAP),
              new Asked(TargetKind.OBJECTS)),
          Asked::name);
    }
  }
}
