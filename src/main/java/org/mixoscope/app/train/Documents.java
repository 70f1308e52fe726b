package org.mixoscope.app.train;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.figure.Figure;
import org.mixoscope.figure.FigureStyle;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.lab.Onnx;
import org.mixoscope.lab.torch.TorchCode;
import org.mixoscope.lab.torch.TorchData;

/// What is kept of an experiment, and what leaves of it: a document, a figure, a table, a network.
final class Documents {
  private final TrainModel model;
  private final Desk desk;
  private final Messages messages;

  Documents(TrainModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    messages = desk.messages();
  }

  /// Asks for a file, of an experiment or a recipe.
  void choose() {
    desk.incoming().chooseRecipe();
  }

  /// Opens one of those that were there before.
  void open(Path file) {
    desk.incoming().restore(file);
  }

  /// Begins with one that was kept.
  void open(LabDocument document) {
    model.open(document);
  }

  /// Keeps what is seen.
  void keep() {
    withPresent(
        document -> {
          boolean isFull = model.kept().all().size() >= KeptExperiments.MOST;
          boolean done = model.kept().keep(document);
          String said = done ? "now" : isFull ? "full" : "there";
          desk.toast().inform(messages.get("train.kept." + said, KeptExperiments.MOST));
        });
  }

  /// Writes what is seen to a file.
  void save() {
    withPresent(
        document ->
            desk.outgoing()
                .saveFile(
                    fileName(document),
                    ".json",
                    file ->
                        document
                            .json(file.toAbsolutePath().normalize().getParent())
                            .getBytes(StandardCharsets.UTF_8))
                .ifPresent(model.documents()::add));
  }

  /// Copies what is seen as one line.
  void copyLine() {
    withPresent(document -> desk.outgoing().copyText(document.line(), "copied.experiment"));
  }

  void saveFigure() {
    withView((view, document) -> desk.figures().save(style -> figure(view, document, style)));
  }

  void copyFigure() {
    withView(
        (view, document) ->
            desk.figures().copy(style -> figure(view, document, style), document.line()));
  }

  private static Figure figure(LabView view, LabDocument document, FigureStyle style) {
    return Figure.of(LabFigure.of(view, document, style), style);
  }

  /// All curves as a table.
  void saveTable() {
    withPresent(document -> desk.outgoing().saveTable(fileName(document), document.csv()));
  }

  /// The network of a run as it is now, in ONNX.
  void saveNetwork(int run) {
    withPresent(
        document ->
            model
                .trainer()
                .ask(
                    lane -> Onnx.of(lane.network(), document.options().data().classNames()),
                    networks ->
                        desk.outgoing()
                            .saveFile(
                                fileName(document) + " " + (run + 1),
                                ".onnx",
                                file -> networks.get(run)),
                    () -> {}));
  }

  /// A script for PyTorch that trains the same, and beside it the samples. What it leaves out is
  /// said.
  void saveScript() {
    withView(
        (view, document) -> {
          List<String> leftOut = code(document, "").leftOut();
          desk.outgoing()
              .saveFile(fileName(document), ".py", file -> script(view, document, file))
              .filter(file -> !leftOut.isEmpty())
              .ifPresent(
                  file ->
                      desk.toast()
                          .warn(messages.get("train.script.left-out", String.join(", ", leftOut))));
        });
  }

  private static TorchCode code(LabDocument document, String data) {
    LabOptions options = document.options();
    return TorchCode.of(
        document.name(), options.experiments(), options.epochs(), document.seed(), 1, data);
  }

  private static byte[] script(LabView view, LabDocument document, Path file)
      throws PictureException {
    String data = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "") + ".npz";
    ByteArrayOutputStream samples = new ByteArrayOutputStream();
    try {
      TorchData.write(List.of(view.data()), samples);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    PictureWriter.writeBytes(samples.toByteArray(), file.resolveSibling(data));
    return code(document, data).script().getBytes(StandardCharsets.UTF_8);
  }

  /// What a document is called as a file: letters that some system has another use for are left
  /// out.
  private static String fileName(LabDocument document) {
    String name = document.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip();
    return name.isEmpty() ? "experiment" : name.replaceAll("\\s+", " ");
  }

  private void withPresent(Consumer<LabDocument> use) {
    withView((view, document) -> use.accept(document));
  }

  private interface Use {
    void of(LabView view, LabDocument document);
  }

  /// Tells who asks too early.
  private void withView(Use use) {
    LabView view = model.trainer().viewProperty().get();
    LabDocument document = model.document(LabDocument.usualName(model.options(), messages));
    if (view == null || document == null) {
      desk.toast().inform(messages.get("train.waiting.export"));
    } else {
      use.of(view, document);
    }
  }

  /// Binds what the keys of the window do here.
  void bind(Actions actions) {
    actions.put(Command.KEEP, this::keep);
    actions.put(Command.SAVE_RECIPE, this::save);
    actions.put(Command.COPY_RECIPE, this::copyLine);
    actions.put(Command.EXPORT, this::saveFigure);
    actions.put(Command.COPY_FIGURE, this::copyFigure);
    actions.put(Command.COPY_PICTURE, this::copyFigure);
  }
}
