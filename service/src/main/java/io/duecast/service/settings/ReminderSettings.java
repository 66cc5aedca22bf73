package io.duecast.service.settings;

import java.util.List;

/** What can be set for whoever sends reminders. Nothing is sent unless it is told where. */
public final class ReminderSettings {
  public static final Setting ADDRESSES =
      new Setting(
          "reminders.addresses",
          Kind.TEXT,
          "",
          "a CSV file with the columns customer, email, webhook");
  public static final Setting TEMPLATES =
      new Setting(
          "reminders.templates", Kind.TEXT, "", "a directory of templates of the company's own");
  public static final Setting KNOWN_WITHIN =
      new Setting(
          "reminders.known-within-seconds",
          Kind.wholeNumber(5, 86_400),
          "120",
          "send only while everything is processed that was known so long ago");
  public static final Setting FROM =
      new Setting("reminders.mail.from", Kind.TEXT, "", "the address that mail is sent from");
  public static final Setting MAIL_HOST =
      new Setting("reminders.mail.host", Kind.TEXT, "", "the mail server; empty: no mail is sent");
  public static final Setting MAIL_PORT =
      new Setting("reminders.mail.port", Kind.wholeNumber(1, 65_535), "25", "its port");
  public static final Setting MAIL_SECURITY =
      new Setting(
          "reminders.mail.security",
          Kind.oneOf("none", "starttls", "tls"),
          "none",
          "of the connection to it");
  public static final Setting MAIL_USER =
      new Setting("reminders.mail.user", Kind.TEXT, "", "who logs in to it; empty: nobody");
  public static final Setting MAIL_PASSWORD =
      new Setting("reminders.mail.password", Kind.TEXT, "", "of the user");
  public static final Setting WEBHOOK_SECRET =
      new Setting(
          "reminders.webhook.secret",
          Kind.TEXT,
          "",
          "what calls are signed with; empty: no webhook is called");

  static final List<Setting> ALL =
      List.of(
          ADDRESSES,
          TEMPLATES,
          KNOWN_WITHIN,
          FROM,
          MAIL_HOST,
          MAIL_PORT,
          MAIL_SECURITY,
          MAIL_USER,
          MAIL_PASSWORD,
          WEBHOOK_SECRET);

  private ReminderSettings() {}
}
