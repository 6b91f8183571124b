/**
 * The only place that builds and joins everything: configuration, wiring, start and stop. Start at
 * {@link dev.huikuan.app.Main}.
 */
package dev.huikuan.app;
