package io.duecast.simulator;

import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.simulator.Dice.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What statisticians publish of the economy's state: on the 15th of each month the month before,
 * and the two before that once more, each revision nearer to the truth.
 */
final class Indicators {
  private static final int PUBLISHED_ON = 15;
  private static final int VINTAGES = 3;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final long NINE_O_CLOCK = 9 * 3_600;
  private static final List<Series> SERIES =
      List.of(
          new Series("unemployment", "DE", null, 5.5, 1.2, 0.15, -45),
          new Series("unemployment", "FR", null, 7.5, 1.4, 0.15, -45),
          new Series("business-confidence", "DE", null, 100, -12, 1.5, 30),
          new Series("business-confidence", "FR", null, 101, -11, 1.5, 30),
          new Series("insolvencies", null, "41", 220, 90, 12, -20));

  private final World world;

  Indicators(World world) {
    this.world = world;
  }

  List<EconomicIndicator> publishedOn(long day) {
    if (LocalDate.ofEpochDay(day).getDayOfMonth() != PUBLISHED_ON) {
      return List.of();
    }
    List<EconomicIndicator> figures = new ArrayList<>();
    for (int i = 0; i < SERIES.size(); i++) {
      for (int vintage = 1; vintage <= VINTAGES; vintage++) {
        figures.add(figure(i, BusinessDays.month(day) - vintage, day, vintage));
      }
    }
    return figures;
  }

  private EconomicIndicator figure(int number, long month, long day, int vintage) {
    Series series = SERIES.get(number);
    long firstDay = BusinessDays.firstOf(month);
    Dice dice = world.dice(Purpose.INDICATOR, number, month);
    double error = 0;
    for (int i = 1; i <= vintage; i++) {
      error = series.noise * dice.normal() / i;
    }
    double stress = world.climate().stress(firstDay + 15 + series.leadDays);
    double value = Math.rint(100 * (series.base + series.perStress * stress + error)) / 100;
    Instant publishedAt = Instant.ofEpochSecond(day * SECONDS_PER_DAY + NINE_O_CLOCK);
    String place = series.country == null ? "" : "-" + series.country;
    LocalDate period = LocalDate.ofEpochDay(firstDay);
    EventId id = new EventId(series.name + place + "-" + period + "-" + vintage);
    return new EconomicIndicator(
        new Envelope(
            id,
            publishedAt,
            publishedAt,
            publishedAt.plusSeconds(2),
            "simulator",
            null,
            world.settings().replayed()),
        series.name,
        series.country,
        series.industry,
        period,
        value,
        publishedAt,
        vintage);
  }

  /**
   * @param perStress what one unit of stress adds
   * @param noise standard deviation of the first vintage's error
   * @param leadDays how far ahead of the middle of its month it looks; negative if it lags
   */
  private record Series(
      String name,
      @Nullable String country,
      @Nullable String industry,
      double base,
      double perStress,
      double noise,
      int leadDays) {}
}
