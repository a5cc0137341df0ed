/// The accounts of officers: passwords, second factors, sessions, absences.
@NullMarked
package id.kentongan.integrations.postgres.accounts;

import org.jspecify.annotations.NullMarked;
