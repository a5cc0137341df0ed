/// Who is enrolled: consents, drafts, enrolments, how people prove who they are, and what they are
/// told of it.
@NullMarked
package id.kentongan.integrations.postgres.members;

import org.jspecify.annotations.NullMarked;
