package org.mixoscope.lab.classifier;

import org.mixoscope.kernel.Reason;

/// Why a file is not run as a classifier. The first detail is the file.
public enum ClassifierReason implements Reason {
  /// Nothing more.
  MISSING("{0} does not exist: check the path"),
  /// What the system says.
  UNREADABLE("{0} cannot be read ({1}): copy it to another place"),
  /// Nothing more.
  TOO_LARGE("{0} is too large a file for memory: take a smaller network"),
  /// Nothing more.
  NOT_ONNX("{0} is not an ONNX file, or is damaged: export the network once more"),
  /// The name of weights.
  OTHER_FILE("{0} keeps {1} in another file: save it as one file, without external data"),
  /// The name of the input, its shape.
  NO_PICTURE(
      "{0} takes {2} at {1}, which is no picture: that would be N×3×H×W, N×H×W×3 or the same with 1"
          + " channel"),
  /// How many, their names.
  SEVERAL_INPUTS("{0} takes {1} {1:input|inputs} ({2}): export it with the picture alone"),
  /// The name of the input, ONNX's number of their type.
  OTHER_NUMBERS("{0} takes numbers of type {2} at {1}: export it for float32"),
  /// How many, their names.
  SEVERAL_OUTPUTS(
      "{0} gives {1} {1:output|outputs} ({2}): export it with the scores of the classes alone"),
  /// Their shape.
  NO_CLASSES(
      "{0} gives numbers of shape {1} for a picture, not one for each of several classes: it is no"
          + " classifier"),
  /// The operator.
  UNKNOWN_OPERATOR(
      "{0} cannot be run: OpenCV does not know its operator {1}, or not as it is used there; export"
          + " it for opset 13 and one size of pictures"),
  /// What OpenCV says.
  NOT_RUN("{0} cannot be run by OpenCV ({1}): export it for opset 13 and one size of pictures"),
  /// How many names, how many classes.
  OTHER_COUNT(
      "{0} names {1} {1:class|classes}, the network has {2}: choose the file that belongs to it"),
  /// Nothing more: it is to name classes.
  NO_NAMES("{0} names no classes: it has to be a text with one a line, or a JSON list of them");

  private final String sentence;

  ClassifierReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "lab.classifier";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
