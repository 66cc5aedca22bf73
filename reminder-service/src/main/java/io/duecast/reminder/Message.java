package io.duecast.reminder;

/** What a customer is told. */
public record Message(String subject, String text) {}
