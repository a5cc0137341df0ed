/// Regions, and who works and is a member where: taken from files, told as counts.
@NullMarked
package id.kentongan.integrations.postgres.villages;

import org.jspecify.annotations.NullMarked;
