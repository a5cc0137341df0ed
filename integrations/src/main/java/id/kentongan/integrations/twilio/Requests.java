package id.kentongan.integrations.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.twilio.constant.EnumConstants.ContentType;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.rest.Domains;
import com.twilio.rest.content.v1.Content;
import java.util.List;

/// The requests that we make of Twilio.
final class Requests {
  private static final int LISTED = 50;

  private Requests() {}

  /// A new message to `to`, so far without anything in it.
  ///
  /// Source: https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
  static Request message(TwilioAccount account, String to, String statusCallback) {
    var request = post(Domains.API, messages(account));
    request.addPostParam("To", to);
    request.addPostParam("From", account.from());
    request.addPostParam("StatusCallback", statusCallback);
    return request;
  }

  /// Puts a content template into a message, with its variables from 1 on.
  ///
  /// Source:
  /// https://www.twilio.com/docs/content/send-templates-created-with-the-content-template-builder
  static void content(Request message, String contentSid, List<String> variables) {
    var json = JsonNodeFactory.instance.objectNode();
    variables.forEach(value -> json.put(Integer.toString(json.size() + 1), value));
    message.addPostParam("ContentSid", contentSid);
    message.addPostParam("ContentVariables", json.toString());
  }

  /// The newest messages to `to`.
  ///
  /// why: not by their date of sending, which a message that still waits at Twilio does not have.
  static Request list(TwilioAccount account, String to) {
    var request = get(Domains.API, messages(account));
    request.addQueryParam("To", to);
    request.addQueryParam("From", account.from());
    request.addQueryParam("PageSize", Integer.toString(LISTED));
    return request;
  }

  /// Source: https://www.twilio.com/docs/messaging/api/media-resource#delete-a-media-resource
  static Request deleteMedia(String path) {
    return form(new Request(HttpMethod.DELETE, Domains.API.toString(), path + ".json"));
  }

  /// The contents of a name.
  ///
  /// Source: https://www.twilio.com/docs/content/content-api-resources
  static Request contents(String name) {
    var request = get(Domains.CONTENT, "/v2/Content");
    request.addQueryParam("ContentName", name);
    request.addQueryParam("PageSize", Integer.toString(LISTED));
    return request;
  }

  static Request newContent(Content.ContentCreateRequest content) {
    var request = new Request(HttpMethod.POST, Domains.CONTENT.toString(), "/v1/Content");
    request.setContentType(ContentType.JSON);
    request.setBody(Content.toJson(content, ApiAnswer.MAPPER));
    return request;
  }

  /// Source: https://www.twilio.com/docs/whatsapp/api/typing-indicators-resource
  static Request typing(String messageSid) {
    var request = post(Domains.MESSAGING, "/v2/Indicators/Typing.json");
    request.addPostParam("messageId", messageSid);
    request.addPostParam("channel", "whatsapp");
    return request;
  }

  private static String messages(TwilioAccount account) {
    return "/2010-04-01/Accounts/" + account.sid() + "/Messages.json";
  }

  private static Request post(Domains domain, String path) {
    return form(new Request(HttpMethod.POST, domain.toString(), path));
  }

  private static Request get(Domains domain, String path) {
    return form(new Request(HttpMethod.GET, domain.toString(), path));
  }

  private static Request form(Request request) {
    request.setContentType(ContentType.FORM_URLENCODED);
    return request;
  }
}
