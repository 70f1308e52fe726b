package org.mixoscope.app.audit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.stats.Estimate;

/// One row for every framework. Enter or a double click opens a row.
final class AuditTable extends TableView<Finding> {
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
  private static final double HEADER = 46;
  private static final double LOWEST_ROW = 54;
  private static final double HIGHEST_ROW = 110;

  private static final String OBJECTS = "objects";

  private final AuditModel model;
  private final Messages messages;
  private final FindingText text;

  AuditTable(AuditModel model, Messages messages, Consumer<Finding> open) {
    this.model = model;
    this.messages = messages;
    text = new FindingText(messages);
    setId("audit-table");
    getStyleClass().add("audit-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    getColumns()
        .addAll(
            List.of(
                column("box-picture", 96, BoxThumbnail::new, this::showPicture, null),
                column(
                    "profile",
                    122,
                    Lines::new,
                    this::showProfile,
                    comparing(f -> f.profile().id())),
                column(
                    "box", 172, Lines::new, this::showBox, comparingLong(f -> f.clipped().area())),
                number("lambda", 58, one -> one.draw().lambda()),
                number("label", 84, Finding::label),
                number("share", 88, Finding::share),
                column(
                    OBJECTS, 100, Lines::new, this::showObjects, comparingDouble(AuditTable::seen)),
                column(
                    "difference",
                    100,
                    Difference::new,
                    this::showDifference,
                    comparingDouble(f -> Math.abs(f.difference()))),
                column(
                    "average", 92, Lines::new, this::showAverage, comparingDouble(this::average)),
                column("why", 300, Label::new, this::showWhy, null)));
    fixedCellSizeProperty()
        .bind(
            heightProperty()
                .map(
                    height ->
                        Math.clamp(
                            Math.floor((height.doubleValue() - HEADER) / Math.max(1, rows())),
                            LOWEST_ROW,
                            HIGHEST_ROW)));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setRowFactory(table -> row(open));
    setOnKeyPressed(
        e -> {
          Finding chosen = getSelectionModel().getSelectedItem();
          if (e.getCode() == KeyCode.ENTER && chosen != null) {
            open.accept(chosen);
            e.consume();
          }
        });
    Label waiting = new Label();
    waiting.textProperty().bind(messages.bind("picture.waiting"));
    waiting.getStyleClass().add("waiting");
    setPlaceholder(waiting);
    Explained.by(this, messages, "audit.table");
    model.findingsProperty().subscribe(this::showAll);
    model
        .averagesProperty()
        .addListener(
            (property, old, now) -> {
              sort();
              refresh();
            });
    messages.languageProperty().addListener((property, old, now) -> refresh());
  }

  private static int rows() {
    return Profile.all().size();
  }

  /// The frameworks that are selected stay so, and the order is the chosen one.
  private void showAll(List<Finding> findings) {
    boolean known = findings.stream().anyMatch(finding -> finding.seen() != null);
    getColumns().stream()
        .filter(column -> ("audit-" + OBJECTS).equals(column.getId()))
        .forEach(column -> column.setVisible(known));
    Set<Profile> selected =
        getSelectionModel().getSelectedItems().stream()
            .map(Finding::profile)
            .collect(Collectors.toSet());
    getItems().setAll(findings);
    sort();
    getSelectionModel().clearSelection();
    for (int row = 0; row < getItems().size(); row++) {
      if (selected.contains(getItems().get(row).profile())) {
        getSelectionModel().select(row);
      }
    }
  }

  private static double seen(Finding finding) {
    return finding.seen() == null ? -1 : finding.seen();
  }

  private double average(Finding finding) {
    Estimate average = model.averagesProperty().get().byProfile().get(finding.profile().id());
    return average == null ? -1 : average.value();
  }

  private TableColumn<Finding, Finding> number(
      String key, double width, ToDoubleFunction<Finding> number) {
    return column(
        key,
        width,
        Label::new,
        (label, finding) -> label.setText(LabelBar.number(number.applyAsDouble(finding))),
        comparingDouble(number));
  }

  private static TableRow<Finding> row(Consumer<Finding> open) {
    TableRow<Finding> row = new TableRow<>();
    row.itemProperty()
        .subscribe(item -> row.pseudoClassStateChanged(DIFFERS, item != null && item.disagrees()));
    row.setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && !row.isEmpty()) {
            open.accept(row.getItem());
          }
        });
    return row;
  }

  private <N extends Node> TableColumn<Finding, Finding> column(
      String key,
      double width,
      Supplier<N> content,
      BiConsumer<N, Finding> show,
      @Nullable Comparator<Finding> order) {
    TableColumn<Finding, Finding> column = new TableColumn<>();
    Label title = new Label();
    title.textProperty().bind(messages.bind("audit." + key));
    column.setGraphic(Explained.by(title, messages, "audit." + key));
    column.setId("audit-" + key);
    column.setPrefWidth(width);
    column.setMinWidth(key.equals("why") ? 150 : width);
    column.setSortable(order != null);
    column.setComparator(order);
    column.setReorderable(false);
    column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              private final N node = content.get();

              {
                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                setAlignment(Pos.CENTER_LEFT);
                getStyleClass().add("audit-" + key);
              }

              @Override
              protected void updateItem(@Nullable Finding finding, boolean empty) {
                super.updateItem(finding, empty);
                setGraphic(empty || finding == null ? null : node);
                if (!empty && finding != null) {
                  show.accept(node, finding);
                }
              }
            });
    return column;
  }

  private void showPicture(BoxThumbnail thumbnail, Finding finding) {
    Pixels pixels = model.picture(finding);
    if (pixels != null) {
      thumbnail.show(pixels, finding);
      thumbnail.setMinSize(90, getFixedCellSize() - 8);
      thumbnail.setPrefSize(98, getFixedCellSize() - 8);
    }
  }

  private void showProfile(Lines lines, Finding finding) {
    lines.show(
        finding.profile().id(),
        messages.get("audit.rule." + finding.profile().convention("cutmix").labelRule().name()));
  }

  private void showBox(Lines lines, Finding finding) {
    lines.show(text.size(finding), text.place(finding));
  }

  private void showDifference(Difference cell, Finding finding) {
    cell.number.setText(FindingText.difference(finding));
    cell.bar.show(finding.disagrees() ? finding.difference() : 0);
  }

  private void showObjects(Lines lines, Finding finding) {
    Double seen = finding.seen();
    Double above = finding.aboveSeen();
    lines.show(
        seen == null ? "–" : LabelBar.number(seen), above == null ? "" : FindingText.signed(above));
  }

  private void showAverage(Lines lines, Finding finding) {
    Estimate average = model.averagesProperty().get().byProfile().get(finding.profile().id());
    if (average == null) {
      lines.show("–", "");
    } else if (average.value() == 0) {
      lines.show("0", "");
    } else {
      lines.show(
          String.format(Locale.ROOT, "%.4f", average.value()),
          String.format(Locale.ROOT, "± %.5f", average.standardError()));
    }
  }

  private void showWhy(Label label, Finding finding) {
    label.setWrapText(true);
    label.setText(text.why(finding));
    // Where a narrow column has no room for all of it.
    label.setTooltip(new Tooltip(label.getText()));
  }

  /// A line in bold and one below it.
  private static final class Lines extends VBox {
    private final Label first = new Label();
    private final Label second = new Label();

    Lines() {
      first.getStyleClass().add("method-name");
      second.getStyleClass().add("caption");
      setAlignment(Pos.CENTER_LEFT);
      getChildren().addAll(first, second);
    }

    void show(String upper, String lower) {
      first.setText(upper);
      second.setText(lower);
      second.setManaged(!lower.isEmpty());
    }
  }

  /// A number over a bar.
  private static final class Difference extends VBox {
    private final Label number = new Label();
    private final DifferenceBar bar = new DifferenceBar();

    Difference() {
      setAlignment(Pos.CENTER_LEFT);
      setSpacing(4);
      getChildren().addAll(number, bar);
    }
  }
}
