package id.kentongan.integrations.telegram;

import id.kentongan.dialogs.talk.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/// Choices as Telegram shows them, one a row.
final class Keyboards {
  private Keyboards() {}

  /// Buttons under the message; or, when the phone number is asked for, the keyboard below the
  /// text field, the only place where Telegram shares a contact. Its other buttons come back as
  /// their typed labels.
  static @Nullable ReplyKeyboard of(List<Choice> choices) {
    if (choices.isEmpty()) {
      return null;
    }
    return choices.stream().anyMatch(Keyboards::asksContact) ? below(choices) : under(choices);
  }

  private static ReplyKeyboard under(List<Choice> choices) {
    return new InlineKeyboardMarkup(
        choices.stream()
            .map(
                choice ->
                    new InlineKeyboardRow(
                        InlineKeyboardButton.builder()
                            .text(choice.label())
                            .callbackData(choice.id())
                            .build()))
            .toList());
  }

  private static ReplyKeyboard below(List<Choice> choices) {
    return ReplyKeyboardMarkup.builder()
        .keyboard(
            choices.stream()
                .map(
                    choice ->
                        new KeyboardRow(
                            KeyboardButton.builder()
                                .text(choice.label())
                                .requestContact(asksContact(choice) ? Boolean.TRUE : null)
                                .build()))
                .toList())
        .resizeKeyboard(true)
        .oneTimeKeyboard(true)
        .build();
  }

  private static boolean asksContact(Choice choice) {
    return choice.id().equals(Choice.CONTACT);
  }
}
