/// Officers who sign in at their organisation's own provider: OpenID Connect, authorization code
/// with PKCE (https://openid.net/specs/openid-connect-core-1_0.html, RFC 7636).
@NullMarked
package id.kentongan.integrations.oidc;

import org.jspecify.annotations.NullMarked;
