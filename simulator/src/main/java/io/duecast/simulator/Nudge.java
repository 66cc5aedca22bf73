package io.duecast.simulator;

import java.util.List;

/**
 * What a reminder does. Up to the due date it is remembered with probability {@code 1 − 1/m}, and
 * then the money is sent when due. After it, the days that are left shrink by {@code m}: the hazard
 * of payment is multiplied by it. {@code m} is 1 + (multiplier − 1) × response, and half as far
 * from 1 with each reminder before. Nothing happens to a disputed invoice, or to money that will
 * not come.
 */
final class Nudge {
  private Nudge() {}

  /**
   * @param day the first day on which it can show
   * @param strength how much of a full reminder it is
   */
  static void give(InvoiceLife life, long day, double strength) {
    double response = life.buyer.habit().archetype().reminderResponse * strength;
    double fading = StrictMath.pow(0.5, life.reminders);
    double multiplier = 1 + (life.world.settings().reminderMultiplier() - 1) * response * fading;
    life.reminders++;
    if (life.disputed || multiplier <= 1) {
      return;
    }
    List<Todo> todos = life.todos();
    for (int i = 0; i < todos.size(); i++) {
      Todo todo = todos.get(i);
      if (todo.act().isCash() && todo.slipped() && todo.day() >= day) {
        todos.set(i, sooner(life, todo, day, multiplier));
      }
    }
  }

  private static Todo sooner(InvoiceLife life, Todo cash, long day, double multiplier) {
    if (day <= cash.dueDay()) {
      boolean remembered = life.attention < 1 - 1 / multiplier;
      return remembered ? paidOn(life, cash, cash.dueDay(), day, false) : cash;
    }
    double left = cash.intended() - day;
    long intended = left <= 0 ? cash.intended() : day + (long) StrictMath.ceil(left / multiplier);
    return paidOn(life, cash, intended, day, true);
  }

  /** Never later than it would have been. */
  private static Todo paidOn(
      InvoiceLife life, Todo cash, long intended, long notBefore, boolean slipped) {
    long day = life.buyer.habit().payDay(intended, slipped, notBefore);
    return new Todo(
        cash.act(), Math.min(day, cash.day()), cash.amount(), intended, cash.dueDay(), slipped);
  }
}
