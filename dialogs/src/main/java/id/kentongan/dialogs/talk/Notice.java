package id.kentongan.dialogs.talk;

/// News from the records to a conversation, brought by the relay with its own id.
public sealed interface Notice {
  /// An officer takes the conversation over: the bot falls silent.
  record TakenOver(String officer) implements Notice {}

  /// The officer gives it back: the bot goes on at the same question.
  record GivenBack() implements Notice {}

  /// An officer's words to the person.
  record OfficerSaid(String text) implements Notice {}

  /// An enrolment or claim changed its state; `state` is a key of the words under `matter`.
  record MatterMoved(String number, String state) implements Notice {}
}
