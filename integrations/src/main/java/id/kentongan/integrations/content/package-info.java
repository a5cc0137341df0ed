/// The content files of `config/`, parsed from YAML and CSV.
@NullMarked
package id.kentongan.integrations.content;

import org.jspecify.annotations.NullMarked;
