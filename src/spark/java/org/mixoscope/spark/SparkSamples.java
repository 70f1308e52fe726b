package org.mixoscope.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.FileMaker;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Quantity;

/// Mixed samples in Spark, for those who go on with them there: the rows of a job's Parquet files.
/// Needs Spark SQL, which a job of files does without.
public final class SparkSamples {
  private static final StructType IMAGE =
      new StructType().add("bytes", DataTypes.BinaryType, false);

  private static final StructType SCHEMA =
      new StructType()
          .add("image", IMAGE, false)
          .add("label", DataTypes.createArrayType(DataTypes.FloatType, false), false)
          .add("index", DataTypes.LongType, false)
          .add("method", DataTypes.StringType, false)
          .add("lambda", DataTypes.DoubleType, true)
          .add("effective_lambda", DataTypes.DoubleType, false)
          .add("sources", DataTypes.createArrayType(DataTypes.StringType, false), false);

  private SparkSamples() {}

  /// The samples of a job, made where and when they are asked for, a thousand in a partition. Those
  /// that would be left out are.
  ///
  /// @param source the data set: a path or a URI
  /// @param as how it is read
  /// @param settings with [OutputFormat#PARQUET], which has no place for objects and maps
  /// @throws IOException if the data set cannot be read
  /// @throws IllegalArgumentException if the settings have another format or do not go with the
  ///   data set
  public static Dataset<Row> of(SparkSession spark, String source, ReadAs as, JobSettings settings)
      throws IOException {
    if (settings.output().format() != OutputFormat.PARQUET) {
      throw new IllegalArgumentException("rows are those of parquet");
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Locations locations = new Locations(context.hadoopConfiguration());
    try (DataSet data = DataSet.open(locations.path(source), as)) {
      BatchJob job =
          new BatchJob(locations.path(source), as, data, settings, ProgramVersion.read());
      Parcel parcel = new Parcel(job, locations.path(source), locations);
      int files = FileMaker.files(job.maker());
      List<Integer> numbers = IntStream.range(0, files).boxed().toList();
      Broadcast<Parcel> sent = context.broadcast(parcel);
      return spark.createDataFrame(
          context.parallelize(numbers, Math.max(1, files)).mapPartitions(new Rows(sent)), SCHEMA);
    }
  }

  /// Makes the rows of a partition one after the other.
  private record Rows(Broadcast<Parcel> parcel)
      implements FlatMapFunction<Iterator<Integer>, Row>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Row> call(Iterator<Integer> numbers) throws IOException {
      if (!numbers.hasNext()) {
        return List.<Row>of().iterator();
      }
      FileMaker maker = parcel.value().maker();
      Encoding.File encoding = (Encoding.File) maker.settings().output().encoding();
      LongStream indices = maker.samples(numbers.next());
      return indices
          .mapToObj(index -> made(maker, index))
          .filter(Sample.class::isInstance)
          .map(sample -> row((Sample) sample, encoding))
          .iterator();
    }

    private static Object made(FileMaker maker, long index) {
      try {
        return maker.make(index);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Row row(Sample sample, Encoding.File encoding) {
      return RowFactory.create(
          RowFactory.create((Object) encoding.encode(sample, null)),
          label(sample),
          sample.index(),
          sample.mix().methodId(),
          sample.mix().lambda(),
          sample.effectiveLambda(),
          sample.names().toArray(String[]::new));
    }

    private static Float[] label(Sample sample) {
      return switch (sample.target()) {
        case ClassWeights weights ->
            DoubleStream.of(weights.toArray())
                .mapToObj(weight -> (float) weight)
                .toArray(Float[]::new);
        case Quantity(double value) -> new Float[] {(float) value};
        case ClassMap _, Objects _ ->
            throw new IllegalStateException("parquet has no place for these");
      };
    }
  }
}
