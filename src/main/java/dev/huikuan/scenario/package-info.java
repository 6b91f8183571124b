/**
 * Test scenarios: read from sheets and YAML, run against a policy, every failing cell named. Start
 * at {@link dev.huikuan.scenario.ScenarioRunner}. May import {@code decision}, {@code policy} and
 * {@code domain}.
 */
package dev.huikuan.scenario;
