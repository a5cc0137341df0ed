/// The audit as it is read, checked and archived. Lines are added by
/// [id.kentongan.integrations.postgres.AuditLines].
@NullMarked
package id.kentongan.integrations.postgres.audit;

import org.jspecify.annotations.NullMarked;
