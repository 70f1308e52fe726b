package org.mixoscope.lab;

import java.util.Arrays;

/// Matrices as arrays of rows. C2 vectorises loops over `row[j]`, with no offset; every sum is
/// taken in the order of its indices, so that bits agree everywhere.
final class Rows {
  /// Rows that are read side by side and stay near.
  private static final int BLOCK = 8;

  private Rows() {}

  /// `c += a·b`.
  ///
  /// @param a m×k. Not modified
  /// @param b k×n. Not modified
  /// @param c m×n. Modified
  static void addProduct(float[][] a, float[][] b, float[][] c, int m, int k, int n) {
    for (int i = 0; i < m; i += 2) {
      float[] a0 = a[i];
      float[] a1 = i + 1 < m ? a[i + 1] : null;
      float[] c0 = c[i];
      float[] c1 = i + 1 < m ? c[i + 1] : null;
      int p = 0;
      if (a1 != null && c1 != null) {
        for (; p + 3 < k; p += 4) {
          if (hasAny(a0, p) || hasAny(a0, p + 2) || hasAny(a1, p) || hasAny(a1, p + 2)) {
            addFour(
                c0, a0[p], a0[p + 1], a0[p + 2], a0[p + 3], c1, a1[p], a1[p + 1], a1[p + 2],
                a1[p + 3], b[p], b[p + 1], b[p + 2], b[p + 3], n);
          }
        }
      }
      for (; p < k; p++) {
        add(c0, a0[p], b[p], n);
        if (a1 != null && c1 != null) {
          add(c1, a1[p], b[p], n);
        }
      }
    }
  }

  /// `c += aᵀ·b`.
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
      int i = 0;
      for (; i + 1 < m; i += 2) {
        if (hasAny(a0, i) || hasAny(a1, i) || hasAny(a2, i) || hasAny(a3, i)) {
          addFour(
              c[i], a0[i], a1[i], a2[i], a3[i], c[i + 1], a0[i + 1], a1[i + 1], a2[i + 1],
              a3[i + 1], b[p], b[p + 1], b[p + 2], b[p + 3], n);
        }
      }
      for (; i < m; i++) {
        add(c[i], a0[i], b[p], n);
        add(c[i], a1[i], b[p + 1], n);
        add(c[i], a2[i], b[p + 2], n);
        add(c[i], a3[i], b[p + 3], n);
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

  /// @param a m×n. Not modified
  /// @param to n×m. Modified
  static void transpose(float[][] a, float[][] to, int m, int n) {
    for (int first = 0; first < m; first += BLOCK) {
      int end = Math.min(m, first + BLOCK);
      for (int j = 0; j < n; j++) {
        float[] row = to[j];
        for (int i = first; i < end; i++) {
          row[i] = a[i][j];
        }
      }
    }
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
