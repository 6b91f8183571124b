package dev.huikuan.portfolio.demo;

import dev.huikuan.domain.Text;

/**
 * One invented account.
 *
 * @param id a name for it, unique in the portfolio
 * @param title what it shows
 * @param json its case, on one line
 */
public record DemoAccount(String id, Text title, String json) {}
