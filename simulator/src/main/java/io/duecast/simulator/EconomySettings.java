package io.duecast.simulator;

import static io.duecast.check.Check.require;

import java.time.LocalDate;

/**
 * Everything that an economy is made from; equal settings make equal economies.
 *
 * @param days how many days it lives
 * @param customers how many there are over its life
 * @param presentAtStart the share of them that is there in its first week, 0..1; the others come
 *     later
 * @param invoicesPerCustomerDay roughly the mean over the customers that are there and calendar
 *     days; customers differ widely
 * @param turnsOn customers pay what falls due from then on as their opposites would: good payers
 *     badly, bad ones well, and what made an invoice likely to slip makes it unlikely
 * @param reminderMultiplier by how much a reminder multiplies the hazard of payment of a customer
 *     who responds fully; 1 for no effect
 * @param replayed whether its events are marked as history
 */
public record EconomySettings(
    long seed,
    LocalDate start,
    int days,
    int customers,
    double presentAtStart,
    double invoicesPerCustomerDay,
    Downturn downturn,
    LocalDate turnsOn,
    double reminderMultiplier,
    WireDirt dirt,
    boolean replayed) {
  /** A day that does not come. */
  public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  public EconomySettings {
    require(days > 0 && days <= 36_500, "an economy of %d days", days);
    require(customers > 0 && customers < 10_000_000, "an economy of %d customers", customers);
    require(
        presentAtStart >= 0 && presentAtStart <= 1,
        "a share of %s present at the start",
        presentAtStart);
    require(
        invoicesPerCustomerDay > 0 && invoicesPerCustomerDay <= 5,
        "%s invoices per customer and day are not within 0 and 5",
        invoicesPerCustomerDay);
    require(reminderMultiplier >= 1, "a reminder that multiplies by %s", reminderMultiplier);
    require(
        start.getYear() >= 1970 && start.plusDays(days).getYear() < 2190,
        "%d days from %s",
        days,
        start);
  }

  /** A small and lively one: 300 customers, 40 invoices a day, a downturn in the second year. */
  public static EconomySettings demo() {
    LocalDate start = LocalDate.of(2024, 1, 1);
    return new EconomySettings(
        17,
        start,
        730,
        300,
        0.75,
        0.20,
        new Downturn(start.plusDays(420), 0.8, 120),
        NEVER,
        1.6,
        WireDirt.USUAL,
        false);
  }

  /** A company of some size over three years: 5,000 customers, a downturn in the third year. */
  public static EconomySettings standard() {
    LocalDate start = LocalDate.of(2023, 1, 2);
    return new EconomySettings(
        17,
        start,
        1095,
        5_000,
        0.7,
        0.09,
        new Downturn(start.plusDays(760), 0.8, 150),
        NEVER,
        1.6,
        WireDirt.USUAL,
        false);
  }

  /** The last day that it lives. */
  public LocalDate lastDay() {
    return start.plusDays(days - 1L);
  }

  public EconomySettings withSeed(long seed) {
    return new EconomySettings(
        seed,
        start,
        days,
        customers,
        presentAtStart,
        invoicesPerCustomerDay,
        downturn,
        turnsOn,
        reminderMultiplier,
        dirt,
        replayed);
  }

  public EconomySettings withStart(LocalDate start) {
    return new EconomySettings(
        seed,
        start,
        days,
        customers,
        presentAtStart,
        invoicesPerCustomerDay,
        downturn,
        turnsOn,
        reminderMultiplier,
        dirt,
        replayed);
  }

  public EconomySettings withDays(int days) {
    return new EconomySettings(
        seed,
        start,
        days,
        customers,
        presentAtStart,
        invoicesPerCustomerDay,
        downturn,
        turnsOn,
        reminderMultiplier,
        dirt,
        replayed);
  }

  public EconomySettings withCustomers(int customers) {
    return new EconomySettings(
        seed,
        start,
        days,
        customers,
        presentAtStart,
        invoicesPerCustomerDay,
        downturn,
        turnsOn,
        reminderMultiplier,
        dirt,
        replayed);
  }

  public EconomySettings withInvoicesPerCustomerDay(double invoicesPerCustomerDay) {
    return new EconomySettings(
        seed,
        start,
        days,
        customers,
        presentAtStart,
        invoicesPerCustomerDay,
        downturn,
        turnsOn,
        reminderMultiplier,
        dirt,
        replayed);
  }

  public EconomySettings withDownturn(Downturn downturn) {
    return new EconomySettings(
        seed,
        start,
        days,
        customers,
        presentAtStart,
        invoicesPerCustomerDay,
        downturn,
        turnsOn,
        reminderMultiplier,
        dirt,
        replayed);
  }

  public EconomySettings withTurnsOn(LocalDate turnsOn) {
    return new EconomySettings(
        seed,
        start,
        days,
        customers,
        presentAtStart,
        invoicesPerCustomerDay,
        downturn,
        turnsOn,
        reminderMultiplier,
        dirt,
        replayed);
  }

  public EconomySettings withReminderMultiplier(double reminderMultiplier) {
    return new EconomySettings(
        seed,
        start,
        days,
        customers,
        presentAtStart,
        invoicesPerCustomerDay,
        downturn,
        turnsOn,
        reminderMultiplier,
        dirt,
        replayed);
  }

  public EconomySettings withDirt(WireDirt dirt) {
    return new EconomySettings(
        seed,
        start,
        days,
        customers,
        presentAtStart,
        invoicesPerCustomerDay,
        downturn,
        turnsOn,
        reminderMultiplier,
        dirt,
        replayed);
  }

  public EconomySettings withReplayed(boolean replayed) {
    return new EconomySettings(
        seed,
        start,
        days,
        customers,
        presentAtStart,
        invoicesPerCustomerDay,
        downturn,
        turnsOn,
        reminderMultiplier,
        dirt,
        replayed);
  }
}
