/**
 * What came of a decision: an outcome changes the case, and the changed case is decided anew. Start
 * at {@link dev.huikuan.feedback.Outcomes}. May import {@code lifecycle}, {@code records}, {@code
 * decision}, {@code policy} and {@code domain}; never a clock, a database or HTTP.
 */
package dev.huikuan.feedback;
