package org.mixoscope.batch.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.SaliencyMap;

/// What stands out where in each picture of a data set: found once, when it is asked for the first
/// time, and kept as 64 numbers of two bytes.
final class Saliencies {
  /// Cells each way.
  private static final int SIDE = 8;

  private static final int WHOLE = 0xFFFF;

  private final AtomicReferenceArray<short[]> maps;
  private final ThreadLocal<Workspace> workspaces = ThreadLocal.withInitial(Workspace::new);

  /// @param pictures how many there are
  Saliencies(int pictures) {
    maps = new AtomicReferenceArray<>(pictures);
  }

  /// Has the pixels of a picture.
  @FunctionalInterface
  interface Reading {
    /// @throws PictureException if it cannot be read
    Pixels read(int picture) throws PictureException, InterruptedException;
  }

  /// A picture that was looked at.
  ///
  /// @param distance squared, in units of the maps
  private record Measured(int picture, long distance) {}

  /// Pictures by how far their maps are from that of another one, the farthest first, those that
  /// are as far in the order in which they come: L2 between shares of the whole saliency.
  ///
  /// @param unreadable told of those that cannot be read, which have no place
  /// @throws PictureException if the other one cannot be read
  List<Integer> farthestFirst(
      int own, List<Integer> pictures, Reading reading, Unreadable unreadable)
      throws PictureException, InterruptedException {
    short[] map = of(own, reading);
    List<Measured> measured = new ArrayList<>();
    for (int picture : pictures) {
      try {
        measured.add(new Measured(picture, distance(map, of(picture, reading))));
      } catch (PictureException e) {
        unreadable.is(picture, e);
      }
    }
    measured.sort(Comparator.comparingLong(Measured::distance).reversed());
    return measured.stream().map(Measured::picture).toList();
  }

  /// Is told of a picture that cannot be read.
  @FunctionalInterface
  interface Unreadable {
    void is(int picture, PictureException problem);
  }

  private short[] of(int picture, Reading reading) throws PictureException, InterruptedException {
    short[] map = maps.get(picture);
    if (map == null) {
      map = map(reading.read(picture));
      maps.set(picture, map);
    }
    return map;
  }

  private short[] map(Pixels pixels) {
    double[] shares = SaliencyMap.SPECTRAL_RESIDUAL.shares(pixels, SIDE, workspaces.get());
    short[] map = new short[shares.length];
    for (int i = 0; i < map.length; i++) {
      map[i] = (short) Math.round(WHOLE * shares[i]);
    }
    return map;
  }

  private static long distance(short[] a, short[] b) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      long difference = Short.toUnsignedLong(a[i]) - Short.toUnsignedInt(b[i]);
      sum += difference * difference;
    }
    return sum;
  }
}
