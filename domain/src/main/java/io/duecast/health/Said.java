package io.duecast.health;

import java.time.LocalDate;
import java.util.List;

/**
 * What one model said of an invoice when it was issued.
 *
 * @param probability of late, 0..1
 * @param segment the customer's; {@link HealthTally#NO_SEGMENT} for none
 * @param history how long the customer's was, in a word
 * @param places of the served features among the model's reference; empty once they are counted
 * @param scorePlace of the probability among the reference's; negative if there is none
 * @param saidOn the day
 * @param counted as what it is counted
 */
public record Said(
    String modelId,
    double probability,
    String segment,
    String history,
    List<Integer> places,
    int scorePlace,
    LocalDate saidOn,
    Counted counted) {
  public Said {
    places = List.copyOf(places);
  }

  Said countedAs(Counted now) {
    return new Said(modelId, probability, segment, history, List.of(), scorePlace, saidOn, now);
  }
}
