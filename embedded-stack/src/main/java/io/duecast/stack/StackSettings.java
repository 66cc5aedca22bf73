package io.duecast.stack;

/** What a caller may choose of a whole stack. */
public record StackSettings(BrokerSettings broker, RegistrySettings registry) {
  public static StackSettings defaults() {
    return new StackSettings(BrokerSettings.defaults(), RegistrySettings.defaults());
  }

  public StackSettings withBroker(BrokerSettings newBroker) {
    return new StackSettings(newBroker, registry);
  }

  public StackSettings withRegistry(RegistrySettings newRegistry) {
    return new StackSettings(broker, newRegistry);
  }
}
