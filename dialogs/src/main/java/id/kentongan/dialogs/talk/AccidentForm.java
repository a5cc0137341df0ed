package id.kentongan.dialogs.talk;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The first notice of a work accident: the least that Permenaker 1/2025 art. 48A asks for.
public record AccidentForm(
    String victim,
    @Nullable Nik nik,
    LocalDate day,
    String where,
    String chronology,
    String notifier,
    @Nullable Phone phone) {}
