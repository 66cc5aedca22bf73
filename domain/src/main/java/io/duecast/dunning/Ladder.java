package io.duecast.dunning;

import static io.duecast.check.Check.require;

import io.duecast.risk.RiskBand;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps that invoices of some risk, of customers of some segments, are taken through.
 *
 * @param bands of the invoices; none for all
 * @param segments of the customers; none for all
 * @param steps by rising day
 */
public record Ladder(
    String name, List<RiskBand> bands, List<String> segments, List<DunningStep> steps) {
  public Ladder {
    bands = List.copyOf(bands);
    segments = List.copyOf(segments);
    steps = List.copyOf(steps);
    require(!name.isBlank(), "the name of a ladder is blank");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      DunningStep step = steps.get(i);
      require(names.add(step.name()), "ladder %s has two steps %s", name, step.name());
      require(
          i == 0 || steps.get(i - 1).daysPastDue() < step.daysPastDue(),
          "ladder %s: step %s on day %s does not come after the step before it",
          name,
          step.name(),
          step.daysPastDue());
    }
  }

  /** Whether it is for an invoice of this risk, of a customer of this segment. */
  public boolean isFor(RiskBand band, @Nullable String segment) {
    return (bands.isEmpty() || bands.contains(band))
        && (segments.isEmpty() || (segment != null && segments.contains(segment)));
  }
}
