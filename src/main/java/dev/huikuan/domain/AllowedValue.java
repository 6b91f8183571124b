package dev.huikuan.domain;

/** One value of a closed list: its stable code and its labels. */
public record AllowedValue(String code, Text label) {}
