/**
 * Rules in DRL: compiled with errors at file and line, run one step at a time, their output
 * collected. The only place that sees Drools. Start at {@link dev.huikuan.policy.rules.RuleBook}.
 * May import {@code domain}.
 */
package dev.huikuan.policy.rules;
