/// The HTTP server: doors, health and metrics; every error becomes a clear refusal.
@NullMarked
package id.kentongan.bot.http;

import org.jspecify.annotations.NullMarked;
