/// Copies of both stores in one file, and putting them back.
@NullMarked
package id.kentongan.bot.backup;

import org.jspecify.annotations.NullMarked;
