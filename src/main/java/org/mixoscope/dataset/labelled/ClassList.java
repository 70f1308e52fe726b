package org.mixoscope.dataset.labelled;

import java.nio.file.Path;
import java.util.List;

/// The classes that a file declares, in the order of their indices.
record ClassList(Path file, List<String> names) {}
