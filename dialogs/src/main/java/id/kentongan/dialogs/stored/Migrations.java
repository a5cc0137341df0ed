package id.kentongan.dialogs.stored;

import java.util.List;

/// The shapes a stored conversation has had, each with the way to the next. Append only: a
/// conversation may sleep for years.
public final class Migrations {
  private Migrations() {}

  public static final List<TalkJson.Migration> ALL = List.of();
}
