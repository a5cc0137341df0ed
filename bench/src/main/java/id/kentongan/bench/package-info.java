/// The hot parts of a message's way, each measured alone by JMH.
@NullMarked
package id.kentongan.bench;

import org.jspecify.annotations.NullMarked;
