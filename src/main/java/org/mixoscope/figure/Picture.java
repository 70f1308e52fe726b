package org.mixoscope.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Pixels;

/// A picture of a figure and what stands below it.
///
/// @param pixels uint8 or uint16, RGB or grey, HWC. Not modified
/// @param caption phrases, in one line where they fit
/// @param sign what stands between it and the next: +, → or nothing
/// @param marks what is drawn over it, null for nothing
record Picture(Pixels pixels, List<Phrase> caption, String sign, @Nullable MarkLayer marks) {
  /// With nothing drawn over it.
  Picture(Pixels pixels, List<Phrase> caption, String sign) {
    this(pixels, caption, sign, null);
  }

  /// With what is where in it drawn over it.
  ///
  /// @param layer null for nothing
  Picture with(@Nullable MarkLayer layer, Type type) {
    if (layer == null) {
      return this;
    }
    List<Phrase> longer = new ArrayList<>(caption);
    longer.addAll(layer.legend(type));
    return new Picture(layer.under(pixels), longer, sign, layer);
  }

  /// Pictures of one size beside each other, in as many rows as needed.
  ///
  /// @param mostInRow how many may stand beside each other
  /// @param highest the greatest height of a picture in points
  record Row(List<Picture> pictures, Type type, int mostInRow, double highest) implements Block {
    private static final double GAP = 1.7;
    private static final double BELOW = 0.35;
    private static final double BETWEEN = 0.7;
    private static final double SIGN = 1.3;

    @Override
    public double height(double width) {
      return rows() * (size(width).height() + captionHeight(width))
          + (rows() - 1) * type.size() * BETWEEN;
    }

    @Override
    public void draw(Pen pen, double x, double y, double width) {
      Size size = size(width);
      double step = size.height() + captionHeight(width) + type.size() * BETWEEN;
      double left = x + (width - size.rowWidth()) / 2;
      for (int k = 0; k < pictures.size(); k++) {
        double at = left + k % columns() * (size.width() + gap());
        int row = k / columns();
        double top = y + row * step;
        Picture picture = pictures.get(k);
        Rectangle2D place = new Rectangle2D.Double(at, top, size.width(), size.height());
        pen.picture(picture.pixels(), place);
        MarkLayer marks = picture.marks();
        if (marks != null) {
          marks.draw(pen, place, type);
        }
        caption(pen, picture, at, top + size.height(), size.width());
        Phrase sign =
            Phrase.of(picture.sign(), Typeface.MATH, type.size() * SIGN, type.paper().muted());
        double middle = at + size.width() + (gap() - sign.width()) / 2;
        pen.text(sign, middle, top + size.height() / 2 + type.size() * SIGN / 3);
      }
    }

    private void caption(Pen pen, Picture picture, double x, double y, double width) {
      type.lines(picture.caption(), width).draw(pen, x, y + type.size() * BELOW, width);
    }

    private double captionHeight(double width) {
      double pictureWidth = size(width).width();
      double highestCaption =
          pictures.stream()
              .mapToDouble(picture -> type.lines(picture.caption(), pictureWidth).height())
              .max()
              .orElse(0);
      return type.size() * BELOW + highestCaption;
    }

    private double gap() {
      return type.size() * GAP;
    }

    private int rows() {
      return Math.ceilDiv(pictures.size(), mostInRow);
    }

    private int columns() {
      return Math.ceilDiv(pictures.size(), rows());
    }

    /// Of one picture, and the width of a whole row.
    private record Size(double width, double height, double rowWidth) {}

    private Size size(double width) {
      // A sign at the end of a row leads to the next row.
      int gaps = rows() > 1 ? columns() : columns() - 1;
      Pixels first = pictures.getFirst().pixels();
      double aspect = (double) first.width() / first.height();
      double each = Math.min((width - gaps * gap()) / columns(), highest * aspect);
      return new Size(each, each / aspect, columns() * each + gaps * gap());
    }
  }
}
