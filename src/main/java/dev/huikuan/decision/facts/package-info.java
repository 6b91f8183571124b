/**
 * How a case is flattened to terms: aging, payable and collectible, exposures, promises, contacts,
 * ladder. Start at {@link dev.huikuan.decision.facts.Facts}. May import {@code policy} and {@code
 * domain}.
 */
package dev.huikuan.decision.facts;
