/// The spool: events of a provider that does not repeat, kept on this node's disk while Redis
/// cannot be written.
@NullMarked
package id.kentongan.integrations.spool;

import org.jspecify.annotations.NullMarked;
