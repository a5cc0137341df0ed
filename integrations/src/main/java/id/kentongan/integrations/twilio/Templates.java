package id.kentongan.integrations.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.content.v1.Content.ContentCreateRequest;
import com.twilio.rest.content.v1.Content.ListItem;
import com.twilio.rest.content.v1.Content.QuickReplyAction;
import com.twilio.rest.content.v1.Content.QuickReplyActionType;
import com.twilio.rest.content.v1.Content.TwilioListPicker;
import com.twilio.rest.content.v1.Content.TwilioQuickReply;
import com.twilio.rest.content.v1.Content.Types;
import id.kentongan.dialogs.talk.Choice;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// Twilio's content for a set of choices: made once, its text a variable, named after the choices
/// so that it is found again after a restart and by other nodes. In the session such content needs
/// no approval. Twilio keeps it for good, so nothing of a person is in it: label and id of a choice
/// with a number in its id (a person on this phone, an agent's client, a day, a sum) are variables
/// as well, and leave with the message alone.
///
/// Source: https://www.twilio.com/docs/content/twilio-quick-reply,
/// https://www.twilio.com/docs/content/twilio-list-picker,
/// https://www.twilio.com/docs/content/using-variables-with-content-api (at most 100)
final class Templates {
  /// The error of a message whose content is not there (any more).
  static final int CONTENT_GONE = 21655;

  private static final String LANGUAGE = "id";
  private static final String TEXT = variable(1);

  private final TwilioApi api;
  private final String listButton;
  private final Map<String, Future<String>> known = new ConcurrentHashMap<>();

  /// `listButton` opens a list, at most 20 characters.
  Templates(TwilioApi api, String listButton) {
    this.api = api;
    this.listButton = listButton;
  }

  /// What leaves with a message by the content of these choices, in the order of its variables.
  static List<String> variables(String text, List<Choice> choices) {
    var values = new ArrayList<String>();
    values.add(text);
    choices.stream()
        .filter(Templates::varies)
        .forEach(
            choice -> {
              values.add(choice.label());
              values.add(choice.id());
            });
    return values;
  }

  /// The content's sid; fails with [NotMade]. Completes on the caller's context, whoever asked for
  /// the same content first.
  Future<String> of(List<Choice> choices) {
    String name = name(choices);
    Future<String> sid = known.computeIfAbsent(name, fresh -> found(fresh, choices));
    if (sid.succeeded()) {
      return Future.succeededFuture(sid.result());
    }
    sid.onFailure(notMade -> known.remove(name, sid));
    Context caller = Vertx.currentContext();
    Promise<String> promise = Promise.promise();
    sid.onComplete(
        done -> {
          if (caller == null) {
            promise.handle(done);
          } else {
            caller.runOnContext(back -> promise.handle(done));
          }
        });
    return promise.future();
  }

  /// Makes it anew the next time.
  void forget(List<Choice> choices) {
    known.remove(name(choices));
  }

  private Future<String> found(String name, List<Choice> choices) {
    return api.call(api.addresses().content(), Requests.contents(name))
        .compose(
            answer -> {
              if (!(answer instanceof ApiAnswer.Done(JsonNode body))) {
                return Future.failedFuture(new NotMade(answer));
              }
              for (JsonNode content : body.path("contents")) {
                if (content.path("friendly_name").asText("").equals(name)) {
                  return sid(answer, content);
                }
              }
              return made(name, choices);
            });
  }

  private Future<String> made(String name, List<Choice> choices) {
    var content =
        new ContentCreateRequest.Builder(LANGUAGE, types(choices))
            .friendlyName(name)
            .variables(samples(variables(TEXT, choices).size()))
            .build();
    return api.call(api.addresses().content(), Requests.newContent(content))
        .compose(
            answer ->
                answer instanceof ApiAnswer.Done(JsonNode body)
                    ? sid(answer, body)
                    : Future.failedFuture(new NotMade(answer)));
  }

  private static Future<String> sid(ApiAnswer answer, JsonNode content) {
    String sid = content.path("sid").asText("");
    return sid.isEmpty() ? Future.failedFuture(new NotMade(answer)) : Future.succeededFuture(sid);
  }

  private static Map<String, String> samples(int many) {
    var samples = new LinkedHashMap<String, String>();
    samples.put("1", "Kentongan");
    IntStream.rangeClosed(2, many).forEach(n -> samples.put("" + n, "Kentongan " + n));
    return samples;
  }

  private static boolean varies(Choice choice) {
    return choice.id().chars().anyMatch(Character::isDigit);
  }

  /// The choices as they stand in the content.
  private static List<Choice> kept(List<Choice> choices) {
    var kept = new ArrayList<Choice>();
    int next = 2;
    for (Choice choice : choices) {
      boolean varies = varies(choice);
      kept.add(varies ? new Choice(variable(next + 1), variable(next)) : choice);
      next += varies ? 2 : 0;
    }
    return kept;
  }

  private static String variable(int number) {
    return "{{" + number + "}}";
  }

  private Types types(List<Choice> choices) {
    var types = new Types.Builder();
    if (buttons(choices)) {
      var actions =
          kept(choices).stream()
              .map(
                  choice ->
                      new QuickReplyAction.Builder(choice.label())
                          .type(QuickReplyActionType.QUICK_REPLY)
                          .id(choice.id())
                          .build())
              .toList();
      return types.twilioQuickReply(new TwilioQuickReply.Builder(TEXT, actions).build()).build();
    }
    var rows =
        kept(choices).stream()
            .map(choice -> new ListItem.Builder(choice.id(), choice.label()).build())
            .toList();
    return types
        .twilioListPicker(new TwilioListPicker.Builder(TEXT, listButton, rows).build())
        .build();
  }

  private String name(List<Choice> choices) {
    var shape = new StringBuilder(buttons(choices) ? "buttons" : "list\n" + listButton);
    kept(choices).forEach(c -> shape.append('\n').append(c.id()).append('\t').append(c.label()));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(shape.toString().getBytes(StandardCharsets.UTF_8));
      return "kentongan_" + HexFormat.of().formatHex(hash, 0, 10);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean buttons(List<Choice> choices) {
    return choices.size() <= TwilioChannel.LIMITS.buttons()
        && choices.stream().allMatch(c -> c.label().length() <= TwilioChannel.LIMITS.buttonLabel());
  }

  /// Twilio did not give the content; `answer` is what it said.
  static final class NotMade extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ApiAnswer answer;

    NotMade(ApiAnswer answer) {
      super("no content", null, false, false);
      this.answer = answer;
    }

    ApiAnswer answer() {
      return answer;
    }
  }
}
