/**
 * Decision tables: typed cells, hit policies, the index, and the sheets they are read from. Start
 * at {@link dev.huikuan.policy.table.DecisionTable}. May import {@code domain}.
 */
package dev.huikuan.policy.table;
