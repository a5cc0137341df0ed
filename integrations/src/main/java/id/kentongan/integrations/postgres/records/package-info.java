/// What conversations ask the records for, gathered behind the port `Records`, and what anyone may
/// verify.
@NullMarked
package id.kentongan.integrations.postgres.records;

import org.jspecify.annotations.NullMarked;
