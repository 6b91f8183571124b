package dev.huikuan.web.studio;

import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.web.reception.Reception;
import io.javalin.config.RoutesConfig;

/** What a version would change, on the recorded cases. Thread-safe. */
public final class SimulationPages {

  public SimulationPages(Reception reception, PolicyLife life) {}

  /** Declares the routes. */
  public void install(RoutesConfig routes) {}
}
