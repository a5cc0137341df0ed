/// Files in sealed chunks, and the copies that messengers still have.
@NullMarked
package id.kentongan.integrations.postgres.files;

import org.jspecify.annotations.NullMarked;
