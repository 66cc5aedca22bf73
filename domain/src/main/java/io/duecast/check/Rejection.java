package io.duecast.check;

/**
 * Why a record from outside was not accepted; it goes to the dead letters with this on it.
 *
 * @param reason the rule that it broke
 * @param detail what was wrong, with the ids and both values; never a name or an address
 */
public record Rejection(RejectReason reason, String detail) {}
