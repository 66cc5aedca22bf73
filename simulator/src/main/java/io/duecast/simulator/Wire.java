package io.duecast.simulator;

import io.duecast.event.Envelope;
import io.duecast.receivable.Fact;
import io.duecast.simulator.Arrival.OfFact;
import io.duecast.simulator.Arrival.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events on their way; holds what comes in on later days, and nothing that has come in. */
final class Wire {
  private static final long SECONDS_PER_DAY = 86_400;

  private final Order order;
  private final Map<Long, List<Arrival>> underWay = new HashMap<>();

  Wire(Order order) {
    this.order = order;
  }

  void send(Fact fact, long repeatedAt) {
    Envelope envelope = fact.envelope();
    boolean asRecorded = order == Order.AS_RECORDED;
    put(new OfFact(asRecorded ? envelope.recordedAt() : envelope.ingestedAt(), fact, false));
    if (repeatedAt != 0 && !asRecorded) {
      put(new OfFact(Instant.ofEpochMilli(repeatedAt), fact, true));
    }
  }

  void put(Arrival arrival) {
    long day = Math.floorDiv(arrival.arrivesAt().getEpochSecond(), SECONDS_PER_DAY);
    underWay.computeIfAbsent(day, absent -> new ArrayList<>()).add(arrival);
  }

  /** What comes in on a day, in order; what comes in at once, in the order in which it was sent. */
  List<Arrival> take(long day) {
    List<Arrival> sent = underWay.remove(day);
    if (sent == null) {
      return List.of();
    }
    long midnight = day * SECONDS_PER_DAY * 1_000;
    long[] keys = new long[sent.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (sent.get(i).arrivesAt().toEpochMilli() - midnight) << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    List<Arrival> arrivals = new ArrayList<>(keys.length);
    for (long key : keys) {
      arrivals.add(sent.get((int) key));
    }
    return arrivals;
  }

  /** What is still under way, in order. */
  List<Arrival> takeAll() {
    List<Arrival> rest = new ArrayList<>();
    underWay.keySet().stream().sorted().toList().forEach(day -> rest.addAll(take(day)));
    return rest;
  }
}
