package id.kentongan.integrations.cloudapi;

/// Who we are at Meta: the id of the phone number that people write to, the access token of a
/// system user, the app's secret that signs webhooks, and the word of ours by which Meta proves
/// that a webhook's address is ours. Prints without the secrets.
///
/// Source: https://developers.facebook.com/docs/whatsapp/cloud-api/get-started
public record CloudAccount(
    String phoneNumberId, String accessToken, String appSecret, String verifyToken) {
  /// @throws IllegalArgumentException when one is not of Meta's form; the message holds none
  public CloudAccount {
    if (!phoneNumberId.matches("[0-9]{1,32}")) {
      throw new IllegalArgumentException("whatsapp-cloud.phone-number-id is not a number");
    }
    if (accessToken.isBlank() || appSecret.isBlank() || verifyToken.isBlank()) {
      throw new IllegalArgumentException(
          "whatsapp-cloud: access-token, app-secret and verify-token must all be given");
    }
  }

  /// The value of the header `Authorization`.
  String bearer() {
    return "Bearer " + accessToken;
  }

  @Override
  public String toString() {
    return "CloudAccount[" + phoneNumberId + "]";
  }
}
