package io.duecast.reminder;

import io.duecast.dunning.Channel;
import io.duecast.service.launch.StartException;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.settings.ReminderSettings;
import io.duecast.service.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How reminders are sent, as it is set. What cannot work is refused before anything is sent.
 *
 * @param couriers of the channels for which it is said how
 */
record SenderPlan(
    Map<Channel, Courier> couriers,
    AddressBook addresses,
    Templates templates,
    Duration knownWithin) {
  SenderPlan {
    couriers = Map.copyOf(couriers);
  }

  /**
   * The plan that is set.
   *
   * @throws StartException if a file is not there or cannot be used, or one setting lacks another
   */
  static SenderPlan of(DuecastSettings settings, InstantSource clock) {
    return new SenderPlan(
        couriers(settings, clock),
        addresses(settings),
        templates(settings),
        Duration.ofSeconds(settings.number(ReminderSettings.KNOWN_WITHIN)));
  }

  private static AddressBook addresses(DuecastSettings settings) {
    String file = text(settings, ReminderSettings.ADDRESSES);
    if (file == null) {
      return new AddressBook(Map.of());
    }
    try {
      return AddressBook.read(Path.of(file));
    } catch (IllegalArgumentException e) {
      throw wrong(settings, ReminderSettings.ADDRESSES, String.valueOf(e.getMessage()));
    }
  }

  private static Templates templates(DuecastSettings settings) {
    String directory = text(settings, ReminderSettings.TEMPLATES);
    if (directory == null) {
      return new Templates(null);
    }
    if (!Files.isDirectory(Path.of(directory))) {
      throw wrong(settings, ReminderSettings.TEMPLATES, directory + " is no directory");
    }
    return new Templates(Path.of(directory));
  }

  private static Map<Channel, Courier> couriers(DuecastSettings settings, InstantSource clock) {
    Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);
    String host = text(settings, ReminderSettings.MAIL_HOST);
    if (host != null) {
      couriers.put(Channel.EMAIL, mail(settings, host));
    }
    String secret = text(settings, ReminderSettings.WEBHOOK_SECRET);
    if (secret != null) {
      couriers.put(Channel.WEBHOOK, new WebhookCourier(secret, clock));
    }
    return couriers;
  }

  private static Courier mail(DuecastSettings settings, String host) {
    MailServer server =
        new MailServer(
            host,
            settings.number(ReminderSettings.MAIL_PORT),
            MailServer.Security.valueOf(
                settings.text(ReminderSettings.MAIL_SECURITY).toUpperCase(Locale.ROOT)),
            text(settings, ReminderSettings.MAIL_USER),
            text(settings, ReminderSettings.MAIL_PASSWORD));
    try {
      return new SmtpCourier(server, settings.text(ReminderSettings.FROM));
    } catch (IllegalArgumentException e) {
      throw wrong(settings, ReminderSettings.FROM, String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable String text(DuecastSettings settings, Setting setting) {
    String text = settings.text(setting);
    return text.isEmpty() ? null : text;
  }

  private static StartException wrong(DuecastSettings settings, Setting setting, String why) {
    return new StartException("%s: %s: %s", settings.of(setting).origin(), setting.key(), why);
  }
}
