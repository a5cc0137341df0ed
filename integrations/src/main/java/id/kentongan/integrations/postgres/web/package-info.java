/// The web chat's lines and uploads.
@NullMarked
package id.kentongan.integrations.postgres.web;

import org.jspecify.annotations.NullMarked;
