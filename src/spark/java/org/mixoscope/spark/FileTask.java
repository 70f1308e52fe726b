package org.mixoscope.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.mixoscope.batch.FileMaker;
import org.mixoscope.kernel.Objecting;
import scala.Function1;
import scala.collection.Iterator;

/// Makes one file on a node, with a maker of its own. What is wrong with a picture or the job is
/// said; what is wrong with the node is thrown, so that another one tries.
record FileTask(Broadcast<Parcel> parcel)
    implements Function1<Iterator<Integer>, FileTask.Result>, Serializable {
  private static final long serialVersionUID = 1L;

  /// What became of it.
  ///
  /// @param text a report, or else why the job has to end
  record Result(boolean isDone, String text) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Result apply(Iterator<Integer> numbers) {
    try {
      Path folder = parcel.value().folder();
      FileMaker maker = parcel.value().maker();
      int threads = TaskContext.get().cpus();
      int number = numbers.next();
      return new Result(
          true, maker.make(number, folder, Locations.storage(folder), threads).text());
    } catch (IOException e) {
      if (e instanceof Objecting) {
        return new Result(false, String.valueOf(e.getMessage()));
      }
      throw new UncheckedIOException(e);
    }
  }
}
