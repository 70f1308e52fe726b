package org.mixoscope.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.cli.Cluster;
import org.mixoscope.dataset.labelled.ReadAs;

/// Samples as rows are those of the Parquet files, as Spark reads them.
class SparkSamplesTest {
  private static final String[] COLUMNS = {
    "image.bytes",
    "label",
    "CAST(index AS BIGINT)",
    "method",
    "lambda",
    "effective_lambda",
    "sources"
  };

  @TempDir Path folder;

  @Test
  void rowsAreThoseOfTheFiles() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Photos.make(photos, 40);
    Path out = folder.resolve("out");
    String line = photos + " " + out + " --size 8x8 --format parquet --copies 30";
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    assertEquals(
        0, Cluster.main(new OneMachine(), writer, writer, line.split(" ")), said::toString);
    JobDocument job = JobDocument.read(out.resolve("run.json"));
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
            .getOrCreate()) {
      List<Row> read = sorted(spark.read().parquet(out.resolve("data").toString()));
      List<Row> made =
          sorted(SparkSamples.of(spark, photos.toString(), ReadAs.USUAL, job.settings()));

      assertEquals(30 * 38, made.size());
      assertEquals(read.size(), made.size());
      for (int i = 0; i < made.size(); i++) {
        assertArrayEquals(read.get(i).<byte[]>getAs(0), made.get(i).<byte[]>getAs(0));
        for (int column = 1; column < COLUMNS.length; column++) {
          assertEquals(read.get(i).get(column), made.get(i).get(column));
        }
      }
    }
  }

  private static List<Row> sorted(Dataset<Row> rows) {
    return rows.selectExpr(COLUMNS).orderBy("index").collectAsList();
  }
}
