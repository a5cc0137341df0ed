/// The keys: a master key that wraps one key a conversation and one a person, sealing under them,
/// blind indexes to find by, and the codes that people copy by hand. The JDK's own cryptography.
@NullMarked
package id.kentongan.integrations.crypto;

import org.jspecify.annotations.NullMarked;
