package org.mixoscope.batch;

import org.mixoscope.kernel.Reason;

/// Why a job cannot begin or go on. The first detail is the output folder, if nothing else is said.
public enum BatchReason implements Reason {
  /// The output would become its own input.
  INSIDE_DATA_SET("{0} lies in the data set: choose a folder outside of it"),
  /// The output would become pictures to be mixed in.
  INSIDE_BACKGROUND("{0} lies in the background: choose a folder outside of it"),
  /// There is a run in the output folder, and nobody asked to resume it.
  HOLDS_A_RUN("{0} is not empty: choose another folder, or resume its run"),
  /// There is something else in the output folder.
  NOT_EMPTY("{0} is not empty and holds no run to resume: choose another folder"),
  /// A run of pictures is where one of clips or texts should go.
  HOLDS_PICTURES("{0} holds mixed pictures: choose another folder"),
  /// A run of clips is where one of pictures or texts should go.
  HOLDS_CLIPS("{0} holds mixed clips: choose another folder"),
  /// A run of texts is where one of pictures or clips should go.
  HOLDS_TEXTS("{0} holds mixed texts: choose another folder"),
  /// The output folder is a file.
  FILE("{0} is a file: choose a folder"),
  /// Writing is not permitted.
  FORBIDDEN("{0} may not be written: ask for permission"),
  /// No room.
  DISK_FULL("{0}: the disk is full: make room, then resume"),
  /// Parts, the most there can be.
  PARTS("{0} parts: must be within [1, {1}]"),
  /// The part, how many there are, the last of them.
  NO_SUCH_PART("part {0} of {1}: parts are numbered from 0 on, the last one is {2}"),
  /// The part, how many there are, the pictures that there are.
  EMPTY_PART(
      "part {0} of {1} is empty: there {2:is|are} {2} {2:picture|pictures}: use fewer parts"),
  /// Parts of a job are to be merged, or gone on with as such.
  HOLDS_PARTS(
      "{0} holds parts of a job: make those that are missing with --shard, then --merge; or choose"
          + " another folder"),
  /// No part can be written where all is.
  HOLDS_ALL("{0} holds a whole run, no parts: choose another folder for parts"),
  /// The folder, the parts that it is in, the parts that were asked for.
  OTHER_PARTS("{0} was begun in {1} {1:part|parts}, not in {2}: use {1}, or another folder"),
  /// There is nothing to merge.
  NO_PARTS("{0} holds no parts of a job: name the folder that --shard wrote into"),
  /// How many parts are missing, of how many, and which.
  MISSING_PARTS(
      "{0}: {1} of {2} parts {1:is|are} missing or not complete, {3}: make {1:it|them} with --shard"
          + " and --resume, then merge"),
  /// The part, another part, the field, and both values, a [#VALUES].
  OTHER_JOB("{0} is a part of another job than {1}, {2} ({3}): make it again in another folder"),
  /// Writing fails for a reason of the system's own, or an objection.
  NOT_WRITABLE("{0} cannot be written ({1}): mend that, then resume"),
  /// Another process writes into the folder.
  IN_USE("{0}: another run writes into it: wait for it or stop it"),
  /// The run to resume had another setting: its name, and both values, a [#VALUES].
  OTHER_SETTING("{0} was begun with another {1} ({2}): use the same, or an empty folder"),
  /// Another data set than that of the job lies in its place: where, the field, and both values, a
  /// [#VALUES].
  OTHER_DATA_SET("{0} is another data set than that of the job, {1} ({2}): name it to mix it"),
  /// Another background than that of the job lies in its place: where, the field, and both values,
  /// a [#VALUES].
  OTHER_BACKGROUND(
      "{0} is another background than that of the job, {1} ({2}): bring its pictures back, or take"
          + " their number and sha256 out of the job"),
  /// The limit, the highest there can be.
  MEGAPIXELS("max-megapixels = {0}: must be within [1, {1}]"),
  /// The limit.
  RECIPES_NEED_A_SIZE(
      "max-megapixels = {0}: recipes are of samples of up to 100 megapixels: name a size, or leave"
          + " the recipes out"),
  /// The method.
  RECIPES_NEED_FILES(
      "recipes: {0} mixes by what is where in the pictures, which no file says for each of them:"
          + " leave the recipes out"),
  /// How many pictures were tried.
  NOTHING_READABLE("{0}: none of {1} {1:picture|pictures} tried can be read"),
  /// The table, the texts that can be mixed, those that are needed.
  FEW_TEXTS("{0}: {1} {1:text|texts} can be mixed, {2} are needed: add some"),
  /// The folder, the clips that can be mixed, those that are needed.
  FEW_CLIPS(
      "{0}: {1} {1:clip|clips} can be mixed, {2} are needed: add some, in a sub-folder for each"
          + " class"),
  CLIPS_BY_ONE_METHOD(
      "clips are mixed by one method, which knows no masks: choose that of Explore"),
  OTHERS_IN_ORDER("clips and texts are mixed with the one before, shuffled: choose that"),
  /// Copies, clips.
  MANY_CLIPS("copies = {0}: of {1} clips there would be more than 2,147,483,647 samples"),
  /// Copies, texts.
  MANY_TEXTS("copies = {0}: of {1} texts there would be more than 2,147,483,647 samples"),
  /// The format.
  NO_SHARDS("format = {0}: a cluster writes webdataset, parquet or npy: choose one of these"),
  /// The output folder, which is on no disk, or its pictures are not.
  NO_WAY_TO_PICTURES(
      "recipes: there is no way from {0} to the pictures that is of disks: leave the recipes out"),
  /// What the engine says.
  CLUSTER_FAILED("the cluster ended the job ({0}): what is written stays, resume it"),
  /// What a node of a cluster says, a sentence.
  ON_A_NODE("{0}"),
  /// A part of a sentence: a field of what is in the data set.
  IN_DATA_SET("data set, {0}"),
  /// A part of a sentence: the value before, the value now.
  VALUES("{0}, now {1}"),
  /// A part of a sentence, where there is no value.
  NO_VALUE("none");

  private final String sentence;

  BatchReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "batch";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
