package org.mixoscope.kernel.method;

import java.util.Arrays;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// Superpixels: Achanta et al., "SLIC Superpixels Compared to State-of-the-Art Superpixel Methods",
/// 2012. Clusters of near and alike pixels, found from a regular grid of centres in ten rounds;
/// crumbs go to the segment before them, so that every segment hangs together.
///
/// Unlike there, colours are compared as they are stored, stretched between the darkest and the
/// brightest, and not in CIELAB, and centres begin where the grid puts them: so grey pictures and
/// any order of channels will do. On a copy with sides of at most 256 cells. Java's arithmetic is
/// the same on every machine, so the segments are; those of OpenCV would depend on its build.
final class Slic {
  private static final int MOST = 256;
  private static final int ROUNDS = 10;

  /// Colours are stretched to values up to 100, as the lightness of CIELAB has.
  private static final double SPAN = 100;

  /// Of one unit of a colour.
  private static final double STEPS = 64;

  /// Values of a centre: three colours, and its place.
  private static final int VALUES = 5;

  private final int height;
  private final int width;
  private final float[][] colours;
  private final int rows;
  private final int columns;
  private final double area;
  private final double[] centres;
  private final double[] distances;
  private final int[] labels;

  /// Connected parts of a picture.
  ///
  /// @param height rows of cells
  /// @param width cells of a row
  /// @param labels which part each cell is of, within [0, count), by their first cells; in the
  ///   workspace
  /// @param count how many parts there are
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Segments(int height, int width, int[] labels, int count) {
    /// The row of cells that a row of a frame shows.
    int row(int y, int frameHeight) {
      return (int) ((2L * y + 1) * height / (2L * frameHeight));
    }

    /// The cell of a row that a column of a frame shows.
    int column(int x, int frameWidth) {
      return (int) ((2L * x + 1) * width / (2L * frameWidth));
    }
  }

  private Slic(Pixels picture, int segments, Workspace workspace) {
    int cell = Math.ceilDiv(Math.max(picture.height(), picture.width()), MOST);
    height = Math.ceilDiv(picture.height(), cell);
    width = Math.ceilDiv(picture.width(), cell);
    int n = height * width;
    colours = new float[3][];
    for (int channel = 0; channel < 3; channel++) {
      int of = picture.channels() < 3 ? 0 : channel;
      colours[channel] = Plane.channel("slic." + channel, picture, of, height, width, workspace);
    }
    stretch();
    double ideal = Math.sqrt((double) n / segments);
    rows = Math.clamp(Math.round(height / ideal), 1, height);
    columns = Math.clamp(Math.round(width / ideal), 1, width);
    area = (double) n / (rows * columns);
    centres = workspace.doubles("slic.centres", rows * columns * VALUES);
    distances = workspace.doubles("slic.distances", n);
    labels = workspace.ints("slic.clusters", n);
  }

  /// To values from 0 for the darkest of all channels to [#SPAN] for the brightest, in steps that
  /// leave no trace of how values are stored.
  private void stretch() {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float[] plane : colours) {
      for (float value : plane) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    double range = (double) high - low;
    for (float[] plane : colours) {
      for (int i = 0; i < plane.length; i++) {
        double unit = range > 0 ? ((double) plane[i] - low) / range : 0;
        plane[i] = (float) (Math.rint(unit * SPAN * STEPS) / STEPS);
      }
    }
  }

  /// The segments of a picture.
  ///
  /// @param segments about how many
  /// @param compactness how much places count beside colours, above 0
  static Segments of(Pixels picture, int segments, double compactness, Workspace workspace) {
    Slic slic = new Slic(picture, segments, workspace);
    slic.begin();
    for (int round = 0; round < ROUNDS; round++) {
      slic.assign(compactness);
      slic.recentre(workspace);
    }
    slic.assign(compactness);
    return slic.connected(workspace);
  }

  private void begin() {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int y = (2 * row + 1) * height / (2 * rows);
        int x = (2 * column + 1) * width / (2 * columns);
        int at = (row * columns + column) * VALUES;
        for (int channel = 0; channel < 3; channel++) {
          centres[at + channel] = colours[channel][y * width + x];
        }
        centres[at + 3] = y;
        centres[at + 4] = x;
      }
    }
    // What no centre reaches stays with the one of its place in the grid.
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        labels[y * width + x] = y * rows / height * columns + x * columns / width;
      }
    }
  }

  /// Every cell to the nearest of the centres that are within reach, of equal ones the first.
  private void assign(double compactness) {
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    double weight = compactness * compactness / area;
    double reach = Math.max(1, Math.max((double) height / rows, (double) width / columns));
    for (int centre = 0; centre < rows * columns; centre++) {
      double cy = centres[centre * VALUES + 3];
      double cx = centres[centre * VALUES + 4];
      int y1 = Math.max(0, (int) Math.ceil(cy - reach));
      int y2 = Math.min(height - 1, (int) Math.floor(cy + reach));
      int x1 = Math.max(0, (int) Math.ceil(cx - reach));
      int x2 = Math.min(width - 1, (int) Math.floor(cx + reach));
      for (int y = y1; y <= y2; y++) {
        double down = weight * (y - cy) * (y - cy);
        for (int x = x1; x <= x2; x++) {
          int cell = y * width + x;
          double distance = colourDistance(cell, centre) + down + weight * (x - cx) * (x - cx);
          if (distance < distances[cell]) {
            distances[cell] = distance;
            labels[cell] = centre;
          }
        }
      }
    }
  }

  private double colourDistance(int cell, int centre) {
    int at = centre * VALUES;
    double first = colours[0][cell] - centres[at];
    double second = colours[1][cell] - centres[at + 1];
    double third = colours[2][cell] - centres[at + 2];
    return first * first + second * second + third * third;
  }

  /// Centres become the means of their cells; one without cells stays where it is.
  private void recentre(Workspace workspace) {
    double[] sums = workspace.doubles("slic.sums", centres.length);
    int[] counts = workspace.ints("slic.counts", rows * columns);
    Arrays.fill(sums, 0);
    Arrays.fill(counts, 0);
    for (int cell = 0; cell < labels.length; cell++) {
      int at = labels[cell] * VALUES;
      for (int channel = 0; channel < 3; channel++) {
        sums[at + channel] += colours[channel][cell];
      }
      int row = cell / width;
      sums[at + 3] += row;
      sums[at + 4] += cell % width;
      counts[labels[cell]]++;
    }
    for (int i = 0; i < centres.length; i++) {
      int count = counts[i / VALUES];
      centres[i] = count > 0 ? sums[i] / count : centres[i];
    }
  }

  /// Parts of clusters that hang together are segments; one of less than a quarter of the usual
  /// size goes to the segment left of or above its first cell.
  private Segments connected(Workspace workspace) {
    int[] parts = workspace.ints("slic.segments", labels.length);
    int[] queue = workspace.ints("slic.queue", labels.length);
    Arrays.fill(parts, -1);
    double least = area / 4;
    int count = 0;
    for (int first = 0; first < labels.length; first++) {
      if (parts[first] >= 0) {
        continue;
      }
      int size = flood(first, count, parts, queue);
      if (size < least && first > 0) {
        int neighbour = first % width > 0 ? first - 1 : first - width;
        for (int i = 0; i < size; i++) {
          parts[queue[i]] = parts[neighbour];
        }
      } else {
        count++;
      }
    }
    return new Segments(height, width, parts, count);
  }

  /// @param queue gets the cells. Modified
  /// @return how many there are
  private int flood(int first, int part, int[] parts, int[] queue) {
    int end = 1;
    queue[0] = first;
    parts[first] = part;
    for (int i = 0; i < end; i++) {
      int cell = queue[i];
      int x = cell % width;
      end = x > 0 ? joined(cell - 1, first, part, parts, queue, end) : end;
      end = x < width - 1 ? joined(cell + 1, first, part, parts, queue, end) : end;
      end = cell >= width ? joined(cell - width, first, part, parts, queue, end) : end;
      end =
          cell + width < labels.length ? joined(cell + width, first, part, parts, queue, end) : end;
    }
    return end;
  }

  private int joined(int cell, int first, int part, int[] parts, int[] queue, int end) {
    if (parts[cell] >= 0 || labels[cell] != labels[first]) {
      return end;
    }
    parts[cell] = part;
    queue[end] = cell;
    return end + 1;
  }
}
