/// What each port promises: one suite for each, run by the fake in memory and by the real adapter.
@NullMarked
package id.kentongan.integrations.contract;

import org.jspecify.annotations.NullMarked;
