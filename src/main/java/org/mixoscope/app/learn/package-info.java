/// Lessons on the screen: a card beside what it speaks of, rings around that, and the menu that
/// leads to them. What a lesson says and notices is for the room of lessons.
///
/// Finds the places of screens by the ids of their nodes, and knows no screen.
@NullMarked
package org.mixoscope.app.learn;

import org.jspecify.annotations.NullMarked;
