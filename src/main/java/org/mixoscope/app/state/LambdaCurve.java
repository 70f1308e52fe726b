package org.mixoscope.app.state;

import java.util.List;
import java.util.stream.Stream;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.lab.classifier.Classifier;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// What a classifier says of the pictures of a recipe, and of their mixes for λ from 0 to 1.
///
/// @param sources the probabilities for each picture alone
/// @param points as far as they are known, by λ
/// @param isWhole whether there is no more to come
public record LambdaCurve(List<List<Double>> sources, List<Point> points, boolean isWhole) {
  private static final int STEPS = 20;

  /// One λ.
  ///
  /// @param label the weight of every source in the label there
  /// @param probabilities what the classifier says
  public record Point(double lambda, List<Double> label, List<Double> probabilities) {}

  /// What a curve is of: nothing of λ as it is.
  record Of(Classifier classifier, Recipe recipe, Prepared ready) {
    Of {
      recipe = isVaried(recipe) ? withLambda(recipe, 0.5) : recipe;
    }
  }

  /// Whether the method has a λ that can be varied.
  public static boolean isVaried(Recipe recipe) {
    return recipe.method().type().uses(Trait.LAMBDA);
  }

  /// The pictures alone, which is all there is where λ is not varied.
  static LambdaCurve begin(Of of) {
    List<List<Double>> sources =
        of.ready.full().sources().stream()
            .limit(of.recipe.mixedSources().size())
            .map(source -> of.classifier.predict(of.ready.seen(of.recipe, source)))
            .toList();
    return new LambdaCurve(sources, List.of(), !isVaried(of.recipe));
  }

  /// With one λ more.
  LambdaCurve next(Of of) {
    double lambda = (double) points.size() / STEPS;
    Recipe recipe = withLambda(of.recipe, lambda);
    Mix mix = recipe.mix(of.ready.full());
    Pixels mixed = mix.outcome().mix(recipe.blending(), of.ready.full().sources());
    Point point =
        new Point(lambda, mix.labelWeights(), of.classifier.predict(of.ready.seen(recipe, mixed)));
    return new LambdaCurve(
        sources, Stream.concat(points.stream(), Stream.of(point)).toList(), points.size() == STEPS);
  }

  private static Recipe withLambda(Recipe recipe, double lambda) {
    return recipe.with(recipe.draw().withLambda(lambda));
  }
}
