package io.duecast.wire;

import io.duecast.dunning.Channel;
import io.duecast.dunning.ContactCap;
import io.duecast.dunning.DunningPolicy;
import io.duecast.dunning.DunningStep;
import io.duecast.dunning.Holdout;
import io.duecast.dunning.Holiday;
import io.duecast.dunning.Ladder;
import io.duecast.dunning.SendTimes;
import io.duecast.forecast.CashOutlook;
import io.duecast.forecast.ForecastWeek;
import io.duecast.forecast.ForecastWeeks;
import io.duecast.forecast.IntervalPast;
import io.duecast.forecast.OldDebtPace;
import io.duecast.forecast.PromiseTally;
import io.duecast.forecast.WeekCash;
import io.duecast.insight.AgingBucket;
import io.duecast.insight.AgingTotal;
import io.duecast.insight.Conduct;
import io.duecast.insight.Group;
import io.duecast.insight.Lost;
import io.duecast.insight.PortfolioDay;
import io.duecast.insight.Turnover;
import io.duecast.money.ExchangeRate;
import io.duecast.money.Money;
import io.duecast.reserve.ReserveCell;
import io.duecast.reserve.ReserveMovement;
import io.duecast.reserve.ReservePosition;
import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.Interval;
import io.duecast.risk.RiskBand;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Records of any type with random content, every component in use, as their rules allow. */
public final class RandomRecords {
  private static final int TRIES = 2_000;
  private static final String[] DECIMALS = {"1", "03", "1234567", "000000001"};

  private final Random random;
  private final Currency currency;

  public RandomRecords(long seed) {
    this.random = new Random(seed);
    this.currency = Currency.getInstance(random.nextBoolean() ? "EUR" : "JPY");
  }

  /** A value of a record or sealed type. */
  public <T> T next(Class<T> type) {
    return type.cast(valueOf(type));
  }

  private @Nullable Object valueOf(AnnotatedType type) {
    if (type.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
      return null;
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] of = generic.getAnnotatedActualTypeArguments();
      Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
      return raw == List.class ? listOf(of[0]) : mapOf(of[1]);
    }
    return valueOf((Class<?>) type.getType());
  }

  private List<Object> listOf(AnnotatedType item) {
    List<Object> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(Objects.requireNonNull(valueOf(item)));
    }
    return items;
  }

  private Map<String, Object> mapOf(AnnotatedType item) {
    Map<String, Object> items = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.put(text(), Objects.requireNonNull(valueOf(item)));
    }
    return items;
  }

  private Object valueOf(Class<?> type) {
    if (type == String.class) {
      return text();
    } else if (type == Currency.class) {
      return currency;
    } else if (type == BigDecimal.class) {
      return new BigDecimal(Integer.toString(1 + random.nextInt(9)) + "." + oneOf(DECIMALS));
    } else if (type == LocalDate.class) {
      return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000));
    } else if (type == Instant.class) {
      return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
    } else if (type == int.class || type == Integer.class) {
      return random.nextInt();
    } else if (type == long.class || type == Long.class) {
      return random.nextLong();
    } else if (type == double.class || type == Double.class) {
      return random.nextDouble();
    } else if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    } else if (type == Bytes.class) {
      byte[] bytes = new byte[random.nextInt(20)];
      random.nextBytes(bytes);
      return Bytes.wrap(bytes);
    } else if (type.isEnum()) {
      return oneOf(type.getEnumConstants());
    } else if (type.isSealed()) {
      return valueOf(oneOf(type.getPermittedSubclasses()));
    }
    return recordOf(type);
  }

  private Object recordOf(Class<?> type) {
    if (type == Money.class) {
      int decimals = currency.getDefaultFractionDigits();
      return new Money(BigDecimal.valueOf(1 + random.nextInt(1_000_000), decimals), currency);
    } else if (type == ExchangeRate.class) {
      return new ExchangeRate(
          currency, Currency.getInstance("USD"), new BigDecimal("1.0825"), LocalDate.EPOCH);
    } else if (type == Interval.class) {
      double low = random.nextDouble();
      return new Interval(low, low + (1 - low) * random.nextDouble());
    } else if (type == AgingProbabilities.class) {
      return new AgingProbabilities(0.5, 0.25, 0.125, 0.0625, 0.0625);
    } else if (type == ReservePosition.class) {
      return reservePosition();
    } else if (type == Lost.class) {
      return lost();
    } else if (type == ForecastWeek.class) {
      return forecastWeek();
    } else if (type == CashOutlook.class) {
      return cashOutlook();
    } else if (type == ForecastWeeks.class) {
      return ForecastWeeks.quarterFrom((LocalDate) valueOf(LocalDate.class));
    } else if (type == PromiseTally.class) {
      return new PromiseTally(random.nextInt(5), 5L + random.nextInt(5));
    } else if (type == OldDebtPace.class) {
      return new OldDebtPace(5L + random.nextInt(5), random.nextInt(5));
    } else if (type == IntervalPast.class) {
      return new IntervalPast(
          IntervalPast.NONE.invoices().stream().map(it -> random.nextLong()).toList());
    } else if (type == PortfolioDay.class) {
      return portfolioDay();
    } else if (type == DunningPolicy.class) {
      return policy();
    }
    return anyRecordOf(type);
  }

  private ForecastWeek forecastWeek() {
    Money p10 = next(Money.class);
    Money p50 = p10.plus(next(Money.class));
    LocalDate from = next(LocalDate.class);
    return new ForecastWeek(
        from, from.plusDays(6), next(Money.class), p10, p50, p50.plus(next(Money.class)));
  }

  private CashOutlook cashOutlook() {
    ForecastWeeks span = next(ForecastWeeks.class);
    List<WeekCash> weeks = new ArrayList<>();
    while (weeks.size() < span.count()) {
      weeks.add(next(WeekCash.class));
    }
    Money later = next(Money.class);
    Money open = weeks.stream().map(WeekCash::expected).reduce(later, Money::plus);
    return new CashOutlook(span, open, weeks, later, next(WeekCash.class));
  }

  private PortfolioDay portfolioDay() {
    List<AgingTotal> open = new ArrayList<>();
    while (open.size() < AgingBucket.values().length) {
      open.add(new AgingTotal(random.nextInt(), amount()));
    }
    return new PortfolioDay(
        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000)),
        (Group) anyRecordOf(Group.class),
        open,
        new Turnover(
            amount(), amount(), amount(), amount(), amount(), amount(), amount(), amount()),
        new Conduct(amount(), amount(), amount(), 1, 2, 3, 4, 5, 6, 7, 8),
        lost(),
        Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)),
        random.nextBoolean());
  }

  private ReservePosition reservePosition() {
    List<ReserveCell> cells = new ArrayList<>();
    while (cells.size() < AgingBucket.values().length) {
      cells.add(new ReserveCell(amount(), rate(), amount()));
    }
    return new ReservePosition(
        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000)),
        (Group) anyRecordOf(Group.class),
        cells,
        new ReserveMovement(amount(), amount(), amount(), amount()),
        rate(),
        random.nextInt(1000),
        Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)),
        random.nextBoolean());
  }

  private BigDecimal rate() {
    return BigDecimal.valueOf(random.nextInt(1_000_001), 6);
  }

  private Lost lost() {
    return new Lost(
        amount(),
        amount(),
        Stream.generate(this::amount).limit(AgingBucket.values().length).toList());
  }

  private BigDecimal amount() {
    return BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), Money.SCALE);
  }

  private DunningPolicy policy() {
    List<Channel> channels = List.of(Channel.EMAIL, Channel.LETTER);
    DunningStep step = new DunningStep(text(), random.nextInt(90) - 30, channels, text());
    return new DunningPolicy(
        text(),
        1 + random.nextInt(9),
        List.of(new Ladder(text(), List.of(RiskBand.HIGH), List.of(text()), List.of(step))),
        SendTimes.OFFICE_HOURS,
        List.of(new Holiday("DE", 5, 1, null), new Holiday("FR", 7, 14, 2026)),
        new ContactCap(1 + random.nextInt(9), 7),
        random.nextInt(9),
        new Holdout(random.nextDouble(), text()));
  }

  /** The first that the record's own rules do not refuse. */
  private Object anyRecordOf(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Throwable last = null;
    for (int i = 0; i < TRIES; i++) {
      Object[] values = Arrays.stream(components).map(c -> valueOf(c.getAnnotatedType())).toArray();
      try {
        Class<?>[] types =
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        last = e.getCause();
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(type.getName(), e);
      }
    }
    throw new IllegalStateException("no " + type + " in " + TRIES + " tries", last);
  }

  private String text() {
    String letters = "abcXYZ019-_/ äß漢😀";
    int[] points = letters.codePoints().toArray();
    StringBuilder text = new StringBuilder("t");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private <E> E oneOf(E[] of) {
    return of[random.nextInt(of.length)];
  }
}
