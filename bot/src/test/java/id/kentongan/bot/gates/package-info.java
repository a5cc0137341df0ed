/// Gates of the build: formatting and the walls of the house.
@NullMarked
package id.kentongan.bot.gates;

import org.jspecify.annotations.NullMarked;
