package id.kentongan.integrations.telegram;

import id.kentongan.dialogs.talk.ConversationId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;

/// Answers taps once each, best effort: the button stops turning, and the buttons of the answered
/// question go away.
final class Taps {
  private static final int REMEMBERED = 4096;

  private final TelegramApi api;
  private final Map<String, Boolean> answered =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  Taps(TelegramApi api) {
    this.api = api;
  }

  void answer(ConversationId to, @Nullable String inbound) {
    Handle handle = Handle.of(inbound);
    if (handle == null || handle.query() == null || !first(handle.query())) {
      return;
    }
    var _ = api.call("answerCallbackQuery", new AnswerCallbackQuery(handle.query()));
    if (handle.message() != 0) {
      var edit =
          EditMessageReplyMarkup.builder().chatId(to.sender()).messageId(handle.message()).build();
      var _ = api.call("editMessageReplyMarkup", edit);
    }
  }

  /// why: an answer of several bubbles comes here once for each.
  private boolean first(String query) {
    synchronized (answered) {
      return answered.put(query, true) == null;
    }
  }
}
