package id.kentongan.dialogs.ear;

import id.kentongan.dialogs.values.Phone;

/// A phone number as told: the number itself, or "nomor ini", the one that the person writes from.
public sealed interface ToldPhone {
  record Given(Phone phone) implements ToldPhone {}

  record Sender() implements ToldPhone {}
}
