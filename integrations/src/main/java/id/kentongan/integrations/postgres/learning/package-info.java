/// What officers teach: labels, models, published content.
@NullMarked
package id.kentongan.integrations.postgres.learning;

import org.jspecify.annotations.NullMarked;
