package dev.huikuan.portfolio.demo;

import dev.huikuan.domain.Text;

/**
 * One invented account.
 *
 * @param id a name for it, unique in the portfolio
 * @param title what it shows
 * @param action what it leads to under the default policy
 * @param json its case, on one line
 */
public record DemoAccount(String id, Text title, String action, String json) {}
