/// The command line: one class for each command, all listed in `Commands`.
@NullMarked
package id.kentongan.bot.commands;

import org.jspecify.annotations.NullMarked;
