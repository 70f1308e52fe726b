package org.mixoscope.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.rdd.RDD;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.BatchListener;
import org.mixoscope.batch.BatchReason;
import org.mixoscope.batch.FileJob;
import org.mixoscope.batch.FileReport;
import org.mixoscope.batch.Progress;
import org.mixoscope.cli.Cluster;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/// Runs jobs by Spark: a task makes a file.
final class SparkCluster implements Cluster {
  private final SparkConf conf;
  private final Locations locations;

  /// @param conf as `spark-submit` leaves it, or a program
  SparkCluster(SparkConf conf) {
    this.conf = conf.clone();
    this.conf.setIfMissing("spark.app.name", "Mixoscope");
    this.conf.setIfMissing("spark.log.level", "WARN");
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(this.conf);
    locations = new Locations(hadoop);
  }

  @Override
  public Path path(String written) throws IOException {
    return locations.path(written);
  }

  @Override
  public Progress run(BatchJob job, Path folder, Beginning beginning, BatchListener listener)
      throws IOException {
    requireReach(job, folder);
    FileJob files = new FileJob(job, folder, Locations.storage(folder), beginning);
    listener.begun(job.census());
    List<Integer> missing = files.missing();
    if (!missing.isEmpty()) {
      Parcel parcel = new Parcel(job, folder, locations);
      try (JavaSparkContext spark = new JavaSparkContext(conf)) {
        make(spark, parcel, missing, files, listener);
      }
    }
    return files.end();
  }

  /// What is on no disk is read and written as far as it goes.
  private static void requireReach(BatchJob job, Path folder) throws BatchException {
    boolean here = Locations.isLocal(job.source()) && Locations.isLocal(folder);
    if (job.settings().output().recipes() && !here) {
      throw new BatchException(BatchReason.NO_WAY_TO_PICTURES.of(folder));
    }
  }

  private static void make(
      JavaSparkContext spark,
      Parcel parcel,
      List<Integer> missing,
      FileJob files,
      BatchListener listener)
      throws IOException {
    Broadcast<Parcel> sent = spark.broadcast(parcel);
    RDD<Integer> numbers = spark.parallelize(missing, missing.size()).rdd();
    ClassTag<FileTask.Result> tag = ClassTag$.MODULE$.apply(FileTask.Result.class);
    Stop stop = new Stop();
    try {
      spark
          .sc()
          .runJob(
              numbers,
              new FileTask(sent),
              (_, result) -> {
                take(result, files, listener, stop, spark);
                return BoxedUnit.UNIT;
              },
              tag);
    } catch (Exception e) {
      throw stop.reason == null ? explained(e) : onANode(stop.reason, e);
    }
    if (stop.reason != null) {
      throw onANode(stop.reason, null);
    }
  }

  /// Why a job has to end.
  private static final class Stop {
    private @Nullable String reason;
  }

  private static void take(
      FileTask.Result result,
      FileJob files,
      BatchListener listener,
      Stop stop,
      JavaSparkContext spark) {
    if (result.isDone()) {
      FileReport report = FileReport.parse(result.text());
      files.add(report);
      listener.advanced(files.progress(), report.missed());
    } else if (stop.reason == null) {
      stop.reason = result.text();
      spark.sc().cancelAllJobs();
    }
  }

  private static BatchException onANode(String sentence, @Nullable Throwable cause) {
    return new BatchException(BatchReason.ON_A_NODE.of(sentence), cause);
  }

  /// Spark's own message has the stack of a node in it.
  private static BatchException explained(Exception e) {
    String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String name = e instanceof SparkException ? "" : e.getClass().getSimpleName() + ": ";
    return new BatchException(BatchReason.CLUSTER_FAILED.of(name + said), e);
  }
}
