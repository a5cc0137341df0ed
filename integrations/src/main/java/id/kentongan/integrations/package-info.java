/// The ports: what the bot needs of the outside world. Each sub-package is one technology behind
/// them; none knows another.
@NullMarked
package id.kentongan.integrations;

import org.jspecify.annotations.NullMarked;
