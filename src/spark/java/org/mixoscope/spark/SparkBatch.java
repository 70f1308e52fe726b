package org.mixoscope.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import org.apache.spark.SparkConf;
import org.mixoscope.cli.Cluster;

/// `mixoscope batch` on a cluster: what `spark-submit` starts.
///
/// ```sh
/// spark-submit --class org.mixoscope.spark.SparkBatch mixoscope-spark.jar SRC OUT --size 224x224 \
///   --format webdataset
/// ```
public final class SparkBatch {
  private SparkBatch() {}

  /// Runs a command line; leaves with its exit code if it is not 0.
  public static void main(String[] args) {
    int code = run(writer(System.out), writer(System.err), args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /// Runs a command line.
  ///
  /// @return its exit code: 0 if all is done, 1 if not, 2 of a wrong command line
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return Cluster.main(new SparkCluster(new SparkConf()), out, err, args);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
  }
}
