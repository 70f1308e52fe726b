package org.mixoscope.lab;

import java.util.Arrays;

/// Matrices as arrays of rows. C2 vectorises loops over `row[j]`, with no offset; every sum is
/// taken in the order of its indices, so that bits agree everywhere.
final class Rows {
  /// Numbers that a loop takes at a time.
  private static final int STEP = 16;

  private Rows() {}

  /// `c += a·b`.
  ///
  /// @param a of m rows, k columns from the one named on. Not modified
  /// @param b k×n. Not modified
  /// @param c m×n. Modified
  static void addProduct(float[][] a, int from, float[][] b, float[][] c, int m, int k, int n) {
    for (int i = 0; i < m; i += 2) {
      float[] a0 = a[i];
      float[] a1 = i + 1 < m ? a[i + 1] : null;
      float[] c0 = c[i];
      float[] c1 = i + 1 < m ? c[i + 1] : null;
      int p = 0;
      if (a1 != null && c1 != null) {
        for (; p + 3 < k; p += 4) {
          int q = from + p;
          if (hasAny(a0, q) || hasAny(a0, q + 2) || hasAny(a1, q) || hasAny(a1, q + 2)) {
            addFour(
                c0, a0[q], a0[q + 1], a0[q + 2], a0[q + 3], c1, a1[q], a1[q + 1], a1[q + 2],
                a1[q + 3], b[p], b[p + 1], b[p + 2], b[p + 3], n);
          }
        }
      }
      for (; p < k; p++) {
        add(c0, a0[from + p], b[p], n);
        if (a1 != null && c1 != null) {
          add(c1, a1[from + p], b[p], n);
        }
      }
    }
  }

  /// `c += aᵀ·b`, a row at a time: rows of b are long here. It shares no loop with [#addProduct],
  /// where they may be short: one that was compiled for both took a third longer for these.
  ///
  /// @param a k×m. Not modified
  /// @param b k×n. Not modified
  /// @param c m×n. Modified
  static void addTransposedProduct(float[][] a, float[][] b, float[][] c, int m, int k, int n) {
    int p = 0;
    for (; p + 3 < k; p += 4) {
      float[] a0 = a[p];
      float[] a1 = a[p + 1];
      float[] a2 = a[p + 2];
      float[] a3 = a[p + 3];
      for (int i = 0; i < m; i++) {
        if (a0[i] != 0 || a1[i] != 0 || a2[i] != 0 || a3[i] != 0) {
          addFour(c[i], a0[i], a1[i], a2[i], a3[i], b[p], b[p + 1], b[p + 2], b[p + 3], n);
        }
      }
    }
    for (; p < k; p++) {
      for (int i = 0; i < m; i++) {
        add(c[i], a[p][i], b[p], n);
      }
    }
  }

  /// `c += a·b` where most of a is 0, as what comes back through a pool is: the same sums, without
  /// what adds nothing to them.
  ///
  /// @param a m×k. Not modified
  /// @param b k×n. Not modified
  /// @param c m×n. Modified
  /// @param at room for k numbers. Modified
  static void addSparseProduct(
      float[][] a, float[][] b, float[][] c, int m, int k, int n, int[] at) {
    for (int i = 0; i < m; i++) {
      float[] row = a[i];
      int count = 0;
      for (int p = 0; p < k; p++) {
        at[count] = p;
        int bits = Float.floatToRawIntBits(row[p]) << 1; // a branch would be mispredicted
        count += (bits | -bits) >>> 31;
      }
      int q = 0;
      for (; q + 3 < count; q += 4) {
        int p0 = at[q];
        int p1 = at[q + 1];
        int p2 = at[q + 2];
        int p3 = at[q + 3];
        addFour(c[i], row[p0], row[p1], row[p2], row[p3], b[p0], b[p1], b[p2], b[p3], n);
      }
      for (; q < count; q++) {
        add(c[i], row[at[q]], b[at[q]], n);
      }
    }
  }

  /// Four rows, weighted.
  private static void addFour(
      float[] y,
      float y0,
      float y1,
      float y2,
      float y3,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] b3,
      int n) {
    for (int j = 0; j < n; j++) {
      y[j] = y[j] + y0 * b0[j] + y1 * b1[j] + y2 * b2[j] + y3 * b3[j];
    }
  }

  /// Whether one of two is not 0: what is black in all pictures adds nothing to a sum.
  private static boolean hasAny(float[] row, int first) {
    return row[first] != 0 || row[first + 1] != 0;
  }

  /// Four rows, weighted in two ways: what is loaded once is used twice.
  private static void addFour(
      float[] y,
      float y0,
      float y1,
      float y2,
      float y3,
      float[] z,
      float z0,
      float z1,
      float z2,
      float z3,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] b3,
      int n) {
    for (int j = 0; j < n; j++) {
      float v0 = b0[j];
      float v1 = b1[j];
      float v2 = b2[j];
      float v3 = b3[j];
      y[j] = y[j] + y0 * v0 + y1 * v1 + y2 * v2 + y3 * v3;
      z[j] = z[j] + z0 * v0 + z1 * v1 + z2 * v2 + z3 * v3;
    }
  }

  /// `y += a·x`.
  static void add(float[] y, float a, float[] x, int n) {
    for (int j = 0; j < n; j++) {
      y[j] += a * x[j];
    }
  }

  /// @param a of m rows, n columns from the one named on. Not modified
  /// @param to n×m. Modified
  static void transpose(float[][] a, int from, float[][] to, int m, int n) {
    int i = 0;
    for (; i + 3 < m; i += 4) {
      float[] a0 = a[i];
      float[] a1 = a[i + 1];
      float[] a2 = a[i + 2];
      float[] a3 = a[i + 3];
      for (int j = 0; j < n; j++) {
        float[] row = to[j];
        row[i] = a0[from + j];
        row[i + 1] = a1[from + j];
        row[i + 2] = a2[from + j];
        row[i + 3] = a3[from + j];
      }
    }
    for (; i < m; i++) {
      for (int j = 0; j < n; j++) {
        to[j][i] = a[i][from + j];
      }
    }
  }

  /// How wide rows are made that loops are to run over where only some columns are wanted: C2 takes
  /// 16 at a time once it came to where a vector may begin, 2, 4, 6 or 8 numbers on, and what is
  /// left one by one. Half a step more than whole steps leaves 8 of these instead of 16.
  static int fastWidth(int columns) {
    return columns < STEP ? columns : (columns + STEP / 2 - 1) / STEP * STEP + STEP / 2;
  }

  static void clear(float[][] rows, int count) {
    for (int i = 0; i < count; i++) {
      Arrays.fill(rows[i], 0);
    }
  }

  /// At least as many rows as wanted: these, if there are enough.
  static float[][] atLeast(float[][] rows, int count, int columns) {
    return rows.length >= count ? rows : new float[count][columns];
  }
}
