package io.duecast.streams.insight;

import io.duecast.insight.PortfolioDay;
import java.util.List;

/** All groups at the end of one day, in their order; not empty. */
record WholeDay(List<PortfolioDay> groups) {
  WholeDay {
    groups = List.copyOf(groups);
  }
}
