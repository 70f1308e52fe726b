package org.mixoscope.app.batch;

/// What is said of a class.
///
/// @param name of the class
/// @param pictures how many have it
/// @param before its share of all labels of the data set
/// @param after the same of the samples, as expected
/// @param longest the largest share of any class, before or after, above 0
record ClassRow(String name, int pictures, double before, double after, double longest) {}
