/// What people who do not program edit: words, answers, tariffs, places, occupations; here as
/// values.
@NullMarked
package id.kentongan.dialogs.content;

import org.jspecify.annotations.NullMarked;
