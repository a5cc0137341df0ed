/// Agents of organisations: invited, let in, their own people.
@NullMarked
package id.kentongan.integrations.postgres.agents;

import org.jspecify.annotations.NullMarked;
