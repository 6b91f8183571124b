package dev.huikuan.web.studio;

import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.records.PortfolioFigures;
import dev.huikuan.web.reception.Reception;
import io.javalin.config.RoutesConfig;
import java.time.Clock;

/** A decision table as its analyst knows it. Thread-safe. */
public final class TablePages {

  public TablePages(Reception reception, PolicyLife life, PortfolioFigures figures, Clock clock) {}

  /** Declares the routes. */
  public void install(RoutesConfig routes) {}
}
