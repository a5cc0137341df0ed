/// What the operator tells the program: read from `config/application.yaml` and the environment,
/// checked as a whole before anything starts.
@NullMarked
package id.kentongan.bot.settings;

import org.jspecify.annotations.NullMarked;
