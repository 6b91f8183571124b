/**
 * The decision pipeline: one case in, one explained recommendation out. Start at {@link
 * dev.huikuan.decision.DecisionPipeline}. May import {@code policy} and {@code domain}; never a
 * clock, a database or HTTP.
 */
package dev.huikuan.decision;
