package io.duecast.dunning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On which channels a customer is not reached.
 *
 * @param bounced on which a message came back, until something about the customer changes
 * @param optedOut on which the customer wants none
 */
public record Reach(List<Channel> bounced, List<Channel> optedOut) {
  static final Reach EVERYWHERE = new Reach(List.of(), List.of());

  public Reach {
    bounced = List.copyOf(bounced);
    optedOut = List.copyOf(optedOut);
  }

  /** The first of a step's channels that reaches the customer. */
  Optional<Channel> by(DunningStep step) {
    return step.channels().stream().filter(this::includes).findFirst();
  }

  boolean includes(Channel channel) {
    return !bounced.contains(channel) && !optedOut.contains(channel);
  }

  /** Something about the customer has changed: its addresses, perhaps. */
  Reach afterUpdate() {
    return new Reach(List.of(), optedOut);
  }

  /** What the way of a message tells of its channel. */
  Reach after(Delivery delivery, Channel channel) {
    return switch (delivery) {
      case BOUNCED -> new Reach(plus(bounced, channel), optedOut);
      case OPTED_OUT -> new Reach(bounced, plus(optedOut, channel));
      case DELIVERED, OPENED, CLICKED, REPLIED ->
          new Reach(bounced.stream().filter(it -> it != channel).toList(), optedOut);
      case SENT, FAILED, UNKNOWN -> this;
    };
  }

  private static List<Channel> plus(List<Channel> channels, Channel more) {
    List<Channel> all = new ArrayList<>(channels);
    if (!all.contains(more)) {
      all.add(more);
    }
    return all;
  }
}
