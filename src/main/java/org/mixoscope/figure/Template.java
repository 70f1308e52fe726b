package org.mixoscope.figure;

import java.util.Locale;

/// What a figure is for: its width and the size of its type, in points (1/72 inch).
public enum Template {
  /// A slide: 960 points wide, type to be read from the back of the room.
  SLIDE(960, 26, 18, 25, 4.0 / 3, 5),
  /// A slide that fills a display of 16:9: 960 × 540 points.
  WIDE_SLIDE(960, 26, 18, 25, 4.0 / 3, 5),
  /// One column of a paper: 84 mm.
  COLUMN(millimetres(84), 0.5, 7, 8, 150 / 72.0, 3),
  /// Both columns of a paper: 174 mm.
  TWO_COLUMN(millimetres(174), 0.5, 8, 9, 150 / 72.0, 5);

  private final double width;
  private final double margin;
  private final double type;
  private final double titleType;
  private final double pixelsPerPoint;
  private final int mostInRow;

  Template(
      double width,
      double margin,
      double type,
      double titleType,
      double pixelsPerPoint,
      int mostInRow) {
    this.width = width;
    this.margin = margin;
    this.type = type;
    this.titleType = titleType;
    this.pixelsPerPoint = pixelsPerPoint;
    this.mostInRow = mostInRow;
  }

  private static double millimetres(double length) {
    return length / 25.4 * 72;
  }

  /// Its name on the command line.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The width of the whole figure in points.
  public double width() {
    return width;
  }

  /// The free border in points.
  double margin() {
    return margin;
  }

  /// The size of most type in points.
  double type() {
    return type;
  }

  /// The size of the title in points.
  double titleType() {
    return titleType;
  }

  /// Pixels of a PNG per point at scale 1: 96 dpi for a screen, 150 dpi for paper.
  double pixelsPerPoint() {
    return pixelsPerPoint;
  }

  /// The height of the whole figure in points where it is one page; 0 where it is as high as what
  /// it holds.
  double height() {
    return this == WIDE_SLIDE ? width * 9 / 16 : 0;
  }

  /// Whether it is for screens, whose pixels a figure at scale 1 has.
  public boolean isSlide() {
    return this == SLIDE || this == WIDE_SLIDE;
  }

  /// The greatest height of a picture in points: a slide has little, a column all of its width.
  double highest() {
    return this == SLIDE ? 0.4 * width : width;
  }

  /// How many pictures stand beside each other at most.
  int mostInRow() {
    return mostInRow;
  }
}
