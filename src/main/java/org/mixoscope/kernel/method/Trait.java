package org.mixoscope.kernel.method;

/// What a method uses. Screens and command line offer the controls that have an effect.
public enum Trait {
  /// The weights of the draw: λ for a pair.
  LAMBDA,
  /// The position u, v of the draw.
  POSITION,
  /// The position is a point of the frame, which can be dragged: what the method puts there is
  /// centred on it, or meets in it, as near as the method lets it.
  POINT,
  /// A box, which can be placed by hand: the method is a [BoxMethod].
  BOX,
  /// The noise seed of the draw.
  NOISE,
  /// A mask among the inputs.
  MASK,
  /// The pictures themselves: the composition depends on what they show.
  PICTURES,
  /// What is where in the partner, a map of classes or objects: the composition depends on it.
  MARKS,
  /// Of what is where only objects will do, each by itself; with [#MARKS].
  OBJECTS,
  /// Some pixels are blends of several sources, so that it matters in which light.
  BLENDS
}
