package id.kentongan.integrations.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Values as fixtures write them.
public final class Shown {
  private Shown() {}

  public static JsonNode of(Outcome outcome) {
    ObjectNode fields = Fixtures.MAPPER.createObjectNode();
    switch (outcome) {
      case Outcome.Delivered(String providerId) -> fields.put("providerId", providerId);
      case Outcome.Later(Duration after, String why) ->
          fields.put("after", after.toString()).put("why", why);
      case Outcome.Unknown(String why) -> fields.put("why", why);
      case Outcome.Never(String why) -> fields.put("why", why);
      case Outcome.Gone(String why) -> fields.put("why", why);
    }
    ObjectNode shown = Fixtures.MAPPER.createObjectNode();
    shown.set(outcome.getClass().getSimpleName(), fields);
    return shown;
  }

  public static JsonNode of(Inbound inbound) {
    ObjectNode shown = Fixtures.MAPPER.createObjectNode();
    shown.put("id", inbound.id());
    shown.put("conversation", inbound.conversation().key());
    shown.put("at", inbound.at().toString());
    Object said =
        switch (inbound.content()) {
          case Inbound.Words words -> words;
          case Inbound.Ready(var event) -> event;
        };
    JsonNode fields = Fixtures.MAPPER.valueToTree(said);
    shown.putObject("content").set(said.getClass().getSimpleName(), fields);
    shown.put("name", inbound.name());
    shown.put("phone", inbound.phone());
    shown.put("handle", inbound.handle());
    return shown;
  }

  /// A bubble from `text`, `choices` and `attachment`.
  public static Bubble bubble(JsonNode send) {
    List<Choice> choices = new ArrayList<>();
    send.path("choices")
        .forEach(c -> choices.add(new Choice(c.get("id").asText(), c.get("label").asText())));
    JsonNode file = send.path("attachment");
    Bubble.Attachment attachment =
        file.isMissingNode()
            ? null
            : new Bubble.Attachment(
                file.get("fileId").asText(), file.get("type").asText(), file.get("name").asText());
    String code = send.path("code").asText(null);
    return new Bubble(
        send.get("text").asText(), choices, attachment, code == null ? null : new Code(code));
  }
}
