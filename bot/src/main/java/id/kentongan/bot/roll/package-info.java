/// Lists of people as they come from agents: read from messages and files, and told back as tables.
@NullMarked
package id.kentongan.bot.roll;

import org.jspecify.annotations.NullMarked;
