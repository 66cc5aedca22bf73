package io.duecast.dunning;

import java.util.List;

/**
 * Steps of one invoice that are due and not taken, each list by rising day.
 *
 * @param fresh that may still go out
 * @param expired that have waited for too long
 */
record DueSteps(List<DunningStep> fresh, List<DunningStep> expired) {
  static final DueSteps NONE = new DueSteps(List.of(), List.of());

  DueSteps {
    fresh = List.copyOf(fresh);
    expired = List.copyOf(expired);
  }
}
