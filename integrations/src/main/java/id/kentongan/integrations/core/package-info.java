/// The authority's own system of record over HTTP, by the contract in `docs/core-api.yaml`.
@NullMarked
package id.kentongan.integrations.core;

import org.jspecify.annotations.NullMarked;
