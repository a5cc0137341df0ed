/// What a village's agent does: signing in, enrolling by lists, their people.
@NullMarked
package id.kentongan.dialogs.mind.agent;

import org.jspecify.annotations.NullMarked;
