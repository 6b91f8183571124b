package dev.huikuan.web.reception;

import dev.huikuan.access.Principal;
import dev.huikuan.access.SignIns.SignedIn;
import dev.huikuan.web.view.Visitor;
import io.javalin.http.Context;
import java.util.Optional;

/** Who reads a page, as the guard in front of the doors found out. */
public final class Visitors {

  private Visitors() {}

  public static Visitor of(Context ctx) {
    Principal principal = ctx.attribute(Principal.ATTRIBUTE);
    SignedIn signedIn = ctx.attribute(SignedIn.ATTRIBUTE);
    if (principal != null && principal.open()) {
      return Visitor.OPEN;
    }
    if (signedIn != null) {
      return new Visitor(signedIn.key().name(), signedIn.csrf(), false, signedIn.key().roles());
    }
    // a page may be read with a key, too; then there is nobody to sign out
    return Optional.ofNullable(principal)
        .map(by -> new Visitor("", "", false, by.roles()))
        .orElse(Visitor.NOBODY);
  }
}
