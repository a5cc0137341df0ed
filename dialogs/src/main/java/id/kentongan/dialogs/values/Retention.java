package id.kentongan.dialogs.values;

/// For how many days backups are kept, finished claims, and first notices of accidents.
public record Retention(int backupDays, int finishedDays, int accidentDays) {}
