/// What people said lately, said again to a Mind with other content: which replies would change.
@NullMarked
package id.kentongan.bot.replay;

import org.jspecify.annotations.NullMarked;
