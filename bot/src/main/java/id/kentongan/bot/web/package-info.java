/// What people see in a browser: the web chat at `/`, the page that checks codes, the console.
@NullMarked
package id.kentongan.bot.web;

import org.jspecify.annotations.NullMarked;
