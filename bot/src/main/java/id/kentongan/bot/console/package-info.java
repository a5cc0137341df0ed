/// The officers' console: pages made on the server, one page a file, for who signed in and may.
@NullMarked
package id.kentongan.bot.console;

import org.jspecify.annotations.NullMarked;
