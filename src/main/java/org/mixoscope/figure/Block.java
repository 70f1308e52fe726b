package org.mixoscope.figure;

import java.util.List;

/// A part of a figure, as wide as there is room, as high as it needs. All lengths in points.
interface Block {
  /// The height that it needs at a width.
  double height(double width);

  /// Draws it with its top left corner at a point.
  void draw(Pen pen, double x, double y, double width);

  /// Blocks below each other.
  static Block below(List<Block> blocks, double gap) {
    return new Block() {
      @Override
      public double height(double width) {
        double sum = blocks.stream().mapToDouble(block -> block.height(width)).sum();
        return sum + gap * Math.max(0, blocks.size() - 1);
      }

      @Override
      public void draw(Pen pen, double x, double y, double width) {
        double top = y;
        for (Block block : blocks) {
          block.draw(pen, x, top, width);
          top += block.height(width) + gap;
        }
      }
    };
  }

  /// Two blocks beside each other, each half of the width.
  static Block beside(Block left, Block right, double gap) {
    return new Block() {
      @Override
      public double height(double width) {
        double half = (width - gap) / 2;
        return Math.max(left.height(half), right.height(half));
      }

      @Override
      public void draw(Pen pen, double x, double y, double width) {
        double half = (width - gap) / 2;
        left.draw(pen, x, y, half);
        right.draw(pen, x + half + gap, y, half);
      }
    };
  }
}
