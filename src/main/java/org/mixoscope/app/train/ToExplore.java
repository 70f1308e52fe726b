package org.mixoscope.app.train;

import java.util.List;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.lab.Onnx;
import org.mixoscope.lab.Shape;
import org.mixoscope.recipe.Source;

/// Takes test pictures to Explore as picture A, and networks as its classifier.
final class ToExplore {
  private static final int CHANNELS = 3;
  private static final int WHITE = 255;

  private final Desk desk;
  private final TrainModel model;

  ToExplore(Desk desk, TrainModel model) {
    this.desk = desk;
    this.model = model;
  }

  /// A test picture, as it is trained on, with its class; B stays.
  void open(int index) {
    LabView now = model.trainer().viewProperty().get();
    if (now == null) {
      return;
    }
    Pixels pixels = rgb(now.data().test().inputs()[index], now.data().test().shape());
    String name = now.options().data().names().get(now.data().test().classOf(index));
    desk.tasks()
        .run(
            () -> desk.dialogs().keep(pixels),
            file -> {
              desk.actions().run(Command.EXPLORE);
              desk.model().pictures().open(0, new Source(file.toString(), name));
              desk.toast().inform(desk.messages().get("train.to-explore", name));
            },
            desk.model()::report);
  }

  /// The network of run k as it is now. It is kept in a file, so that the next window has it too.
  void use(int k) {
    LabView now = model.trainer().viewProperty().get();
    if (now == null) {
      return;
    }
    List<String> classes = now.options().data().names();
    LabRun run = now.options().runs().get(k);
    model
        .trainer()
        .ask(
            lane -> Onnx.of(lane.network(), classes),
            files -> keep(files.get(k), k, run),
            () -> {});
  }

  private void keep(byte[] onnx, int k, LabRun run) {
    Messages messages = desk.messages();
    desk.tasks()
        .run(
            () -> desk.dialogs().keep(onnx, "run-" + (k + 1) + "-" + run.id() + ".onnx"),
            file -> {
              desk.actions().run(Command.EXPLORE);
              desk.predictions().open(file);
              desk.toast()
                  .inform(
                      messages.get(
                          "train.network-used",
                          messages.get("train.run.named", k + 1, run.name(messages))));
            },
            desk.model()::report);
  }

  private static Pixels rgb(float[] numbers, Shape shape) {
    int plane = shape.plane();
    byte[] bytes = new byte[plane * CHANNELS];
    for (int i = 0; i < bytes.length; i++) {
      int channel = Math.min(i % CHANNELS, shape.channels() - 1);
      bytes[i] =
          (byte) Math.clamp(Math.round(numbers[channel * plane + i / CHANNELS] * WHITE), 0, WHITE);
    }
    return Pixels.of(bytes, new Frame(shape.height(), shape.width()), CHANNELS);
  }
}
