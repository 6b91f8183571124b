package dev.huikuan.access;

/** What is kept of access. */
public record AccessRecords(KeyRing keys, Sessions sessions, AuditLog audit) {}
