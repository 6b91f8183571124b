/**
 * What may be offered on which receivables, with its arithmetic and its cash flows, and why not.
 * Start at {@link dev.huikuan.decision.offer.Offers}. May import {@code decision.facts}, {@code
 * policy} and {@code domain}.
 */
package dev.huikuan.decision.offer;
