/// Tests of the officers' console.
@NullMarked
package id.kentongan.bot.console;

import org.jspecify.annotations.NullMarked;
