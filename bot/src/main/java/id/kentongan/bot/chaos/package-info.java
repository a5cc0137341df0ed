/// Chaos: people of ours talk to real gateways while processes are killed, connections cut and
/// platforms misbehave; then what everybody kept is held against the promises.
@NullMarked
package id.kentongan.bot.chaos;

import org.jspecify.annotations.NullMarked;
