package org.mixoscope.app.learn;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.lesson.Place;

/// Finds the places that lessons speak of, by the ids and styles of their nodes.
///
/// @param window in which they are looked for
record LitPlaces(Parent window) {
  private static final String PARAMETER = ".parameter";

  /// The nodes of a place that can be seen; none if its screen is not in front.
  List<Node> nodes(Place place) {
    return switch (place) {
      case PICTURE -> either("#canvas", "#presented-picture");
      case BOX -> all("#box");
      case VIEWS -> all(".stage-head .segmented-button");
      case SOURCES -> all(".sources");
      case PAIRS -> all(".pairs");
      case LABELS -> around("#source-labels", ".card");
      case LABEL -> either("#mixed-label", "#presented-label");
      case SMOOTHING -> around("#smoothing-field", ".label-header");
      case METHOD -> all("#method");
      case ALPHA -> around("#alpha-slider", PARAMETER);
      case LAMBDA ->
          Stream.of(
                  around("#lambda-slider", PARAMETER),
                  around("#compare-lambda", ".lambda-slider"),
                  all("#presented-lambda"))
              .flatMap(List::stream)
              .toList();
      case EFFECTIVE ->
          Stream.concat(
                  around("#effective-lambda", ".parameter-label").stream(),
                  all("#presented-effective").stream())
              .toList();
      case LABEL_RULE -> all("#correct-lambda");
      case DENSITY -> all("#beta-plot");
      case HISTOGRAM -> around("#histogram", ".lambda-draws");
      case FORMULA -> all(".formula-pane");
      case SCREENS -> all("#screens");
      case DRAW -> all("#do-RESAMPLE");
      case UNDO -> all("#do-UNDO");
      case AXES -> all(".compare-bar");
      case SHEET -> all(".sheet-grid");
      case SETTINGS -> all(".tune .settings");
      case CHANGES -> around("#changes", ".card");
      case AUDIT -> all("#audit-table");
      case AUDIT_SUMMARY -> all("#audit-summary");
      case RUNS -> all(".train-runs");
      case TRANSPORT -> around("#do-TRAIN_PLAY", ".tool-row");
      case NETWORKS -> all(".train-work .settings");
      case CURVES -> all(".train-plots");
      case TRAIN_CHANGES -> around("#train-changes", ".card");
      case EXPERIMENTS -> all("#train-presets");
    };
  }

  /// What slow motion says, while it tells.
  List<Node> story() {
    return all("#step-bar");
  }

  /// Where a node is seen of its window; empty if it was scrolled out of sight.
  ///
  /// @return in the coordinates of the scene
  static Optional<Bounds> seen(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    for (Node outer = node.getParent(); outer != null; outer = outer.getParent()) {
      if (outer instanceof ScrollPane scroll) {
        bounds = common(bounds, scroll.localToScene(scroll.getLayoutBounds()));
      }
    }
    return bounds.getWidth() > 0 && bounds.getHeight() > 0 ? Optional.of(bounds) : Optional.empty();
  }

  /// Scrolls what it lies in so far that it is seen.
  static void reveal(Node node) {
    for (Node outer = node.getParent(); outer != null; outer = outer.getParent()) {
      if (outer instanceof ScrollPane scroll && scroll.getContent() != null) {
        Bounds all = scroll.getContent().getLayoutBounds();
        Bounds at = scroll.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double room = scroll.getViewportBounds().getHeight();
        double hidden = all.getHeight() - room;
        double top = scroll.getVvalue() * Math.max(0, hidden);
        if (hidden > 0 && (at.getMinY() < top || at.getMaxY() > top + room)) {
          double wanted = at.getMinY() < top ? at.getMinY() : at.getMaxY() - room;
          scroll.setVvalue(Math.clamp(wanted / hidden, 0, 1));
        }
      }
    }
  }

  private static Bounds common(Bounds one, Bounds other) {
    double x = Math.max(one.getMinX(), other.getMinX());
    double y = Math.max(one.getMinY(), other.getMinY());
    return new BoundingBox(
        x,
        y,
        Math.min(one.getMaxX(), other.getMaxX()) - x,
        Math.min(one.getMaxY(), other.getMaxY()) - y);
  }

  /// On the screen, or on the page for an audience that lies over it.
  private List<Node> either(String selector, String presented) {
    return Stream.concat(all(selector).stream(), all(presented).stream()).toList();
  }

  private List<Node> all(String selector) {
    return window.lookupAll(selector).stream().filter(LitPlaces::isSeen).toList();
  }

  /// What a node lies in.
  ///
  /// @param style of that
  private List<Node> around(String selector, String style) {
    return all(selector).stream()
        .flatMap(
            node ->
                Stream.iterate(node, Objects::nonNull, Node::getParent)
                    .filter(outer -> outer.getStyleClass().contains(style.substring(1)))
                    .map(Node.class::cast)
                    .limit(1))
        .toList();
  }

  private static boolean isSeen(Node node) {
    return node.isVisible() && WhileVisible.of(node).getValue();
  }
}
