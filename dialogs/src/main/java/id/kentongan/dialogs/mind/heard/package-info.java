/// What a person's words tell: names, ages, work, days, relatives, short answers.
@NullMarked
package id.kentongan.dialogs.mind.heard;

import org.jspecify.annotations.NullMarked;
