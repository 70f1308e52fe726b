/// A recipe as code to copy: the command line, Java, and the libraries that people train with.
///
/// Pure functions of a recipe. Imports the kernel and the recipe, nothing else.
@NullMarked
package org.mixoscope.recipe.code;

import org.jspecify.annotations.NullMarked;
