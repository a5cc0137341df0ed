package id.kentongan.dialogs.roll;

import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Rupiah;
import org.jspecify.annotations.Nullable;

/// What holds for a row that does not tell it: the agent's own village, where they have one, and an
/// income by the month.
public record RollDefaults(@Nullable Place village, Rupiah monthly) {}
