package io.duecast.reminder;

import io.duecast.dunning.Channel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What is set for the service, from a properties file. {@code cluster.*} goes to Kafka's clients,
 * {@code registry.*} to the registry's, {@code mail.*} to the mail API. Nothing is sent on a
 * channel for which it is not said how.
 */
record ServiceSettings(Properties all) {
  Properties cluster() {
    Properties cluster = new Properties();
    cluster.putAll(under("cluster."));
    return cluster;
  }

  Map<String, Object> registry() {
    return under("registry.");
  }

  String prefix() {
    return all.getProperty("topics.prefix", "");
  }

  AddressBook addresses() {
    String file = all.getProperty("addresses");
    return file == null ? new AddressBook(Map.of()) : AddressBook.read(Path.of(file));
  }

  Templates templates() {
    @Nullable String directory = all.getProperty("templates");
    return new Templates(directory == null ? null : Path.of(directory));
  }

  Map<Channel, Courier> couriers(InstantSource clock) {
    Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);
    String from = all.getProperty("from");
    if (from != null && all.getProperty("mail.smtp.host") != null) {
      Properties server = new Properties();
      under("mail.").forEach((name, value) -> server.put("mail." + name, value));
      couriers.put(Channel.EMAIL, new SmtpCourier(server, from));
    }
    String secret = all.getProperty("webhook.secret");
    if (secret != null) {
      couriers.put(Channel.WEBHOOK, new WebhookCourier(secret, clock));
    }
    return couriers;
  }

  private Map<String, Object> under(String start) {
    Map<String, Object> values = new HashMap<>();
    for (String name : all.stringPropertyNames()) {
      if (name.startsWith(start)) {
        values.put(name.substring(start.length()), all.getProperty(name, ""));
      }
    }
    return values;
  }
}
