/// What the embedded stores share: a child process that dies with the program, and its files.
@NullMarked
package id.kentongan.integrations.stores;

import org.jspecify.annotations.NullMarked;
