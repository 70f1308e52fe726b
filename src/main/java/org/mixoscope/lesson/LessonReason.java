package org.mixoscope.lesson;

import org.mixoscope.kernel.Reason;

/// Why a text is no lesson.
public enum LessonReason implements Reason {
  NO_STEPS("steps: a lesson needs at least one"),
  /// Minutes, the most.
  MINUTES("minutes = {0}: must be 1 to {1}"),
  NOTHING_SAID("a text is empty: write it, or leave its field out"),
  NO_TASK("until: nobody is told to do that; say what to do in the field do"),
  THEN_WITHOUT_UNTIL("then: is said once something was noticed; say what in the field until"),
  NO_SIGNS("names nothing to notice; leave it out where Next will do"),
  /// What, the least, the most.
  EMPTY_RANGE("{0} = [{1}, {2}]: the first number must not be above the second"),
  /// What, how often.
  COUNT("{0} = {1}: must be at least 1"),
  NO_EXPERIMENT("experiment: is none; save one on the Train screen and put it here");

  private final String sentence;

  LessonReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "lesson";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
