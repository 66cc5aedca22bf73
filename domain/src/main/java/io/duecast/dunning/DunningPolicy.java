package io.duecast.dunning;

import static io.duecast.check.Check.require;

import io.duecast.risk.RiskBand;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a company has decided about reminders.
 *
 * @param version another one for whatever is changed
 * @param ladders the first that is for an invoice is taken; none, and it is not reminded
 * @param expireDays after so many days on which it could have gone out a step is dropped
 */
public record DunningPolicy(
    String name,
    int version,
    List<Ladder> ladders,
    SendTimes times,
    List<Holiday> holidays,
    ContactCap cap,
    int expireDays,
    Holdout holdout) {
  private static final int LONGEST_HOLIDAY = 60;

  public DunningPolicy {
    ladders = List.copyOf(ladders);
    holidays = List.copyOf(holidays);
    require(!name.isBlank(), "the name of a policy is blank");
    require(version >= 1, "policy %s has version %s", name, version);
    require(
        expireDays >= 0 && expireDays <= 365,
        "policy %s: steps expire after %s days",
        name,
        expireDays);
    Set<String> names = new HashSet<>();
    for (Ladder ladder : ladders) {
      require(names.add(ladder.name()), "policy %s has two ladders %s", name, ladder.name());
    }
  }

  /** The ladder for an invoice of this risk, of a customer of this segment. */
  public Optional<Ladder> ladderOf(RiskBand band, @Nullable String segment) {
    return ladders.stream().filter(it -> it.isFor(band, segment)).findFirst();
  }

  /** Whether somebody in a country is written to on a day; null for a country not known. */
  public boolean isOpenOn(LocalDate day, @Nullable String country) {
    return times.weekdays().contains(day.getDayOfWeek().getValue())
        && holidays.stream().noneMatch(it -> it.country().equals(country) && it.isOn(day));
  }

  /** The first such day from a day on; that day itself if there is none for two months. */
  LocalDate firstOpenFrom(LocalDate day, @Nullable String country) {
    LocalDate open = day;
    for (int i = 0; i < LONGEST_HOLIDAY; i++) {
      if (isOpenOn(open, country)) {
        return open;
      }
      open = open.plusDays(1);
    }
    return day;
  }
}
