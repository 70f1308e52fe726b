package org.mixoscope.app.train;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.ParameterRow;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.Scale;
import org.mixoscope.lab.data.PlanePoints;

/// What is trained on.
final class DataCard extends VBox {
  private static final Scale NOISE = new Scale(0, 0.6, false, 2);
  private static final Scale CLASSES = new Scale(2, PlanePoints.Kind.BLOBS.mostClasses(), false, 0);
  private static final Scale SHARE = new Scale(0, 1, false, 2);

  private final TrainModel model;
  private final OptionRows rows;
  private final Messages messages;
  private final Picker<String> source;
  private final ParameterRow noise;
  private final ParameterRow classes;
  private final ParameterRow points;
  private final DotsRow drawn;
  private final ParameterRow digits;
  private final VBox pictures = new VBox();
  private final ParameterRow labelNoise;
  private int most;

  /// The last data of the user's, which can be chosen again.
  private LabData own = LabOptions.USUAL.data();

  DataCard(TrainModel model, DataSource opened, Messages messages) {
    this.model = model;
    getStyleClass().addAll("card", "train-card");
    rows = new OptionRows(model, messages);
    this.messages = messages;
    source = new Picker<>("train-data", LabData.SOURCES, this::nameOf, this::choose, messages);
    LabData usual = LabOptions.USUAL.data();
    noise =
        rows.number(
            "noise",
            NOISE,
            () -> usual().noise(),
            value -> with(p -> new PlanePoints(p.kind(), value, p.classes())));
    classes =
        rows.number(
            "classes",
            CLASSES,
            () -> usual().classes(),
            value -> with(p -> new PlanePoints(p.kind(), p.noise(), (int) Math.rint(value))));
    points = size(rows, "points", usual);
    drawn = new DotsRow(model, messages);
    digits = size(rows, "digits", LabData.of(LabData.DIGITS));
    labelNoise =
        rows.number(
            "label-noise",
            SHARE,
            () -> 0,
            value -> model.edit(now -> now.with(now.data().withLabelNoise(value))));
    getChildren()
        .addAll(
            Card.title(messages.bind("train.data")),
            OptionRow.of(messages, "train.source", source),
            opened,
            noise,
            classes,
            points,
            drawn,
            digits,
            pictures,
            labelNoise);
    model.optionsProperty().subscribe(now -> show(now.data()));
  }

  private String nameOf(String name) {
    OwnData known = own.own();
    return known != null && name.equals(known.source().toString())
        ? known.name()
        : messages.get("train.data." + name);
  }

  private void choose(String name) {
    LabData chosen = LabData.SOURCES.contains(name) ? LabData.of(name) : own;
    model.edit(now -> now.with(chosen));
  }

  private ParameterRow size(OptionRows rows, String name, LabData usual) {
    return rows.number(
        name,
        new Scale(usual.fewest(), usual.most(), true, 0),
        usual::size,
        value -> model.edit(now -> now.with(now.data().withSize((int) Math.rint(value)))));
  }

  private PlanePoints usual() {
    PlanePoints now = model.options().data().points();
    return (now == null ? PlanePoints.Kind.MOONS : now.kind()).usual();
  }

  private void with(UnaryOperator<PlanePoints> change) {
    PlanePoints now = model.options().data().points();
    if (now != null) {
      model.edit(options -> options.with(options.data().with(change.apply(now))));
    }
  }

  private void show(LabData data) {
    if (data.own() != null) {
      offer(data, data.own());
    } else {
      source.show(data.source());
    }
    PlanePoints plane = data.points();
    OptionRows.show(noise, plane != null);
    OptionRows.show(points, plane != null);
    drawn.setVisible(plane != null);
    drawn.setManaged(plane != null);
    OptionRows.show(digits, plane == null && data.own() == null);
    pictures.setVisible(data.own() != null);
    pictures.setManaged(data.own() != null);
    OptionRows.show(classes, plane != null && plane.kind().mostClasses() > 2);
    if (plane != null) {
      noise.show(plane.noise());
      classes.show(plane.classes());
    }
    if (data.own() == null) {
      (plane == null ? digits : points).show(data.size());
    }
    labelNoise.show(data.labelNoise());
  }

  /// Every data set has as many pictures as it has.
  private void offer(LabData data, OwnData pictured) {
    own = data;
    String path = pictured.source().toString();
    source.offer(Stream.concat(LabData.SOURCES.stream(), Stream.of(path)).toList(), path);
    if (most != data.most()) {
      most = data.most();
      pictures.getChildren().setAll(size(rows, "own-pictures", data));
    }
    pictures.getChildren().forEach(row -> ((ParameterRow) row).show(data.size()));
  }
}
