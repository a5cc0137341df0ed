/// Files that people read and send: tables (CSV, XLSX), pages (PDF) and pictures (PNG).
@NullMarked
package id.kentongan.integrations.documents;

import org.jspecify.annotations.NullMarked;
