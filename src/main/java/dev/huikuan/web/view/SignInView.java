package dev.huikuan.web.view;

/**
 * The page at which a key is entered.
 *
 * @param next where to go then: a path of ours
 * @param fault what was wrong with the last try; empty when there was none
 */
public record SignInView(Frame frame, String next, String fault) {}
