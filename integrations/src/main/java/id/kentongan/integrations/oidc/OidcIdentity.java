package id.kentongan.integrations.oidc;

/// Who signed in at the provider; `both`: with more than a password, as the provider tells.
public record OidcIdentity(String name, boolean both) {}
