package dev.huikuan.web;

import dev.huikuan.access.Principal;
import dev.huikuan.access.SignIns.SignedIn;
import dev.huikuan.web.view.Visitor;
import io.javalin.http.Context;

/** Who reads a page, as the guard in front of the doors found out. */
final class Visitors {

  private Visitors() {}

  static Visitor of(Context ctx) {
    Principal principal = ctx.attribute(Principal.ATTRIBUTE);
    SignedIn signedIn = ctx.attribute(SignedIn.ATTRIBUTE);
    if (principal != null && principal.open()) {
      return Visitor.OPEN;
    }
    return signedIn == null
        ? new Visitor("", "", false)
        : new Visitor(signedIn.key().name(), signedIn.csrf(), false);
  }
}
