/// The ports in memory, for tests that need no stores; held to the same contracts as the real ones.
@NullMarked
package id.kentongan.integrations.memory;

import org.jspecify.annotations.NullMarked;
