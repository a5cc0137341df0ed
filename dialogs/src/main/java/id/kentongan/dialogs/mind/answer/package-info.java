/// Answers to questions, calculated where the question tells enough.
@NullMarked
package id.kentongan.dialogs.mind.answer;

import org.jspecify.annotations.NullMarked;
