package io.duecast.service.settings;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The configuration names of a client. One that is near to a known name is a slip; any other is
 * passed on: plug-ins bring names of their own.
 */
record ClientNames(Set<String> names) {
  static ClientNames ofKafka() {
    Set<String> names = new TreeSet<>(ConsumerConfig.configNames());
    names.addAll(ProducerConfig.configNames());
    names.addAll(AdminClientConfig.configNames());
    return new ClientNames(names);
  }

  static ClientNames ofRegistry() {
    Set<String> names =
        new TreeSet<>(
            Set.of(
                "url",
                "basic.auth.credentials.source",
                "basic.auth.user.info",
                "bearer.auth.credentials.source",
                "bearer.auth.token",
                "auto.register.schemas",
                "proxy.host",
                "proxy.port",
                "http.connect.timeout.ms",
                "http.read.timeout.ms",
                "request.header.accept"));
    AdminClientConfig.configNames().stream()
        .filter(name -> name.startsWith("ssl."))
        .forEach(names::add);
    return new ClientNames(names);
  }

  Optional<String> objection(String name, String prefix) {
    if (names.contains(name)) {
      return Optional.empty();
    }
    return NearWord.within(2, name, names)
        .map(near -> "unknown; did you mean " + prefix + near + "?");
  }
}
