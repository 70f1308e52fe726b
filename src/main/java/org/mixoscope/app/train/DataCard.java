package org.mixoscope.app.train;

import java.util.function.UnaryOperator;
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
  private final Picker<String> source;
  private final ParameterRow noise;
  private final ParameterRow classes;
  private final ParameterRow points;
  private final ParameterRow digits;
  private final ParameterRow labelNoise;

  DataCard(TrainModel model, Messages messages) {
    this.model = model;
    getStyleClass().addAll("card", "train-card");
    OptionRows rows = new OptionRows(model, messages);
    source =
        new Picker<>(
            "train-data",
            LabData.SOURCES,
            name -> messages.get("train.data." + name),
            name -> model.edit(now -> now.with(LabData.of(name))),
            messages);
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
            noise,
            classes,
            points,
            digits,
            labelNoise);
    model.optionsProperty().subscribe(now -> show(now.data()));
  }

  private ParameterRow size(OptionRows rows, String name, LabData usual) {
    return rows.number(
        name,
        new Scale(LabData.FEWEST, usual.most(), true, 0),
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
    source.show(data.source());
    PlanePoints plane = data.points();
    OptionRows.show(noise, plane != null);
    OptionRows.show(points, plane != null);
    OptionRows.show(digits, plane == null);
    OptionRows.show(classes, plane != null && plane.kind().mostClasses() > 2);
    if (plane != null) {
      noise.show(plane.noise());
      classes.show(plane.classes());
    }
    (plane == null ? digits : points).show(data.size());
    labelNoise.show(data.labelNoise());
  }
}
