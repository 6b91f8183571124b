/**
 * An invented portfolio to try things out with: accounts of every kind, made from stories. Start at
 * {@link dev.huikuan.portfolio.demo.DemoPortfolio}. May import {@code domain}.
 */
package dev.huikuan.portfolio.demo;
