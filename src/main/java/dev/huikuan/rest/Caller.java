package dev.huikuan.rest;

import dev.huikuan.access.Principal;
import io.javalin.http.Context;
import java.util.Optional;

/** Who makes a request. */
final class Caller {

  private Caller() {}

  /** Who asks, as the guard in front of the doors found out. */
  static Principal of(Context ctx) {
    return Optional.ofNullable(ctx.<Principal>attribute("principal")).orElse(Principal.OPEN);
  }
}
