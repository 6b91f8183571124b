package dev.huikuan.web.studio;

import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.web.reception.Reception;
import io.javalin.config.RoutesConfig;

/** The versions of the policy and their life. Thread-safe. */
public final class StudioPages {

  public StudioPages(Reception reception, PolicyLife life) {}

  /** Declares the routes. */
  public void install(RoutesConfig routes) {}
}
