/// Stand-ins for the stores, kept in memory; they keep the same contracts as the real ones.
@NullMarked
package id.kentongan.integrations.fakes;

import org.jspecify.annotations.NullMarked;
