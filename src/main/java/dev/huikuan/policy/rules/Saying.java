package dev.huikuan.policy.rules;

/** Something being said; read once the rule is through. */
interface Saying {
  Emission said();
}
