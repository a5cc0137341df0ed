package id.kentongan.integrations.oidc;

/// How this installation is known at the provider. `issuer` without a slash at its end; `claim` of
/// the identity token names the officer's account.
public record OidcAccess(
    String issuer, String clientId, String clientSecret, String redirectUri, String claim) {
  @Override
  public String toString() {
    return "OidcAccess[" + issuer + ", " + clientId + "]";
  }
}
