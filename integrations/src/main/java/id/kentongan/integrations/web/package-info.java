/// The web chat as a channel: what is said is kept for the page to show.
@NullMarked
package id.kentongan.integrations.web;

import org.jspecify.annotations.NullMarked;
