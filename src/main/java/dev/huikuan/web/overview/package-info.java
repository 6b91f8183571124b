/**
 * The portfolio at a glance: figures, charts with their tables. Start at {@link
 * dev.huikuan.web.overview.OverviewPage}. May import the workshops, {@code policy}, {@code domain},
 * the reception and the views; never another door.
 */
package dev.huikuan.web.overview;
