/// Other people's classifiers: an ONNX file is read, checked and run on pictures. OpenCV runs it,
/// which is shipped for pictures; one class knows it.
@NullMarked
package org.mixoscope.lab.classifier;

import org.jspecify.annotations.NullMarked;
