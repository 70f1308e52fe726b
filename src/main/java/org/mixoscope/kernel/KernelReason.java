package org.mixoscope.kernel;

/// Why methods, draws and profiles refuse a value.
public enum KernelReason implements Reason {
  /// Parameter, text.
  NOT_A_NUMBER("{0} = {1}: must be a number such as 0.25"),
  /// Parameter, value, least, most.
  OUT_OF_RANGE("{0} = {1}: must be within [{2}, {3}]"),
  /// Parameter, value, least, the first that is too large.
  NOT_BELOW("{0} = {1}: must be within [{2}, {3})"),
  /// Parameter, text, least, most.
  NOT_WHOLE("{0} = {1}: must be a whole number within [{2}, {3}]"),
  /// Parameter, value.
  NOT_POSITIVE("{0} = {1}: must be above 0 and finite"),
  /// Parameter, value, least.
  TOO_SMALL("{0} = {1}: must be at least {2}"),
  /// Parameter, text, the values there are but the last, that.
  NO_SUCH_VALUE("{0} = {1}: must be {2} or {3}"),
  /// Lower parameter, its value, upper parameter, its value.
  WRONG_ORDER("{0} = {1}: must be at most {2} = {3}"),
  /// Text, the methods there are.
  UNKNOWN_METHOD("method.type = {0}: must be one of {1}"),
  /// Text, the profiles there are.
  UNKNOWN_PROFILE("profile = {0}: must be one of {1}"),
  /// Method, profile, the methods it has.
  NOT_IN_PROFILE("method = {0}: {1} has only {2}"),
  /// Least share, largest share, sides of the frame.
  NO_SIDE_BETWEEN("cutmix-minmax = {0},{1}: no side of a frame of {2} pixels lies between"),
  /// The weights.
  WRONG_SUM("weights = {0}: must sum to 1"),
  /// Method.
  NEEDS_MARKS("{0}: needs to know what is where in B: give it a map of classes, or its objects"),
  /// Method.
  NEEDS_OBJECTS("{0}: needs the objects of B one by one; a map of classes does not part them"),
  /// Course, method.
  NEEDS_BOX("along = {0}: {1} puts nothing into a box; take cutmix"),
  /// Course, method.
  NEEDS_LAMBDA("along = {0}: {1} has no λ that could change; take mixup or cutmix"),
  /// Course, method.
  NEEDS_FIELD(
      "along = {0}: {1} has no field in three dimensions; take fmix with --field isotropic"),
  /// Slices, their size, voxels of the field, the megabytes that it takes, the most voxels here.
  FIELD_TOO_LARGE(
      "a field of FMix through {0} of {1} is too large: its sides, each up to a power of two, make"
          + " {2} voxels, which take {3} MB; here it may have {4}; take a smaller --size, fewer"
          + " --frames or --along all, or give Java more memory by -Xmx"),
  /// Only the text says.
  OTHER("{0}");

  private final String sentence;

  KernelReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "kernel";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
