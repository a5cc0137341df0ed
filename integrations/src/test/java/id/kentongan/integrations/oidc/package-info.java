/// The provider that officers sign in at, scripted on a real socket.
@NullMarked
package id.kentongan.integrations.oidc;

import org.jspecify.annotations.NullMarked;
