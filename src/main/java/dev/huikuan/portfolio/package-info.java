/**
 * A whole portfolio: a ledger or a file of cases in, a worklist and a summary out. Start at {@link
 * dev.huikuan.portfolio.Portfolio}. May import {@code decision}, {@code policy} and {@code domain}.
 */
package dev.huikuan.portfolio;
