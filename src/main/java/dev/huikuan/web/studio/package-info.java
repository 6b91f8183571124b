/**
 * The analyst's studio: versions of the policy, their tables, check, difference and simulation.
 * Start at {@link dev.huikuan.web.studio.StudioPages}. May import the workshops, {@code policy},
 * {@code domain}, the reception and the views; never another door.
 */
package dev.huikuan.web.studio;
