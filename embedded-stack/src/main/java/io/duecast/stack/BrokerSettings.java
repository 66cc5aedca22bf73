package io.duecast.stack;

import java.util.HashMap;
import java.util.Map;

/**
 * What a caller may choose of a broker.
 *
 * @param port where clients connect on 127.0.0.1; 0 means the one this data directory had before if
 *     it is free, else any free one
 * @param overrides broker properties that win over those of {@link EmbeddedBroker}
 */
public record BrokerSettings(int port, Map<String, String> overrides) {
  public BrokerSettings {
    Ports.requireValid("broker", port);
    overrides = Map.copyOf(overrides);
  }

  public static BrokerSettings defaults() {
    return new BrokerSettings(0, Map.of());
  }

  public BrokerSettings withPort(int newPort) {
    return new BrokerSettings(newPort, overrides);
  }

  public BrokerSettings with(String property, String value) {
    Map<String, String> more = new HashMap<>(overrides);
    more.put(property, value);
    return new BrokerSettings(port, more);
  }
}
