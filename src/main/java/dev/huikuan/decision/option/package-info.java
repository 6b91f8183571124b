/**
 * What an option is expected to bring. Start at {@link dev.huikuan.decision.option.ExpectedNet}.
 * May import {@code decision.offer}.
 */
package dev.huikuan.decision.option;
