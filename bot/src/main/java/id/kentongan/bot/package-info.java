/// The program: its start, its wiring, and nothing of the conversation.
@NullMarked
package id.kentongan.bot;

import org.jspecify.annotations.NullMarked;
