package io.duecast.standalone.insight;

import io.duecast.insight.Group;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
final class Amounts {
  private Amounts() {}

  /** To the cent, or to the whole where there are no cents. */
  static String money(BigDecimal amount) {
    BigDecimal cents = amount.setScale(2, RoundingMode.HALF_EVEN);
    boolean isWhole = cents.stripTrailingZeros().scale() <= 0;
    return String.format(Locale.ROOT, isWhole ? "%,.0f" : "%,.2f", cents);
  }

  /** A share; nothing to divide by is a dash. */
  static String percent(@Nullable BigDecimal share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.2f %%", share.movePointRight(2));
  }

  /** Of a group, in words. */
  static String name(Group group) {
    List<String> parts = new ArrayList<>(List.of(group.currency()));
    if (!group.entity().isEmpty()) {
      parts.add("entity " + group.entity());
    }
    if (!group.segment().isEmpty()) {
      parts.add("segment " + group.segment());
    }
    return String.join(", ", parts);
  }
}
