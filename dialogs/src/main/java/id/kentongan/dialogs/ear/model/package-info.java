/// The Ear's linear model: features of a message, training, scores, calibration, stored form.
@NullMarked
package id.kentongan.dialogs.ear.model;

import org.jspecify.annotations.NullMarked;
