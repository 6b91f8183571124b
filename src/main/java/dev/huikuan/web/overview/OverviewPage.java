package dev.huikuan.web.overview;

import dev.huikuan.records.PortfolioFigures;
import dev.huikuan.web.reception.Reception;
import io.javalin.config.RoutesConfig;
import java.time.Clock;

/** The portfolio at a glance. Thread-safe. */
public final class OverviewPage {

  public OverviewPage(Reception reception, PortfolioFigures figures, Clock clock) {}

  /** Declares the routes. */
  public void install(RoutesConfig routes) {}
}
