package io.duecast.reminder;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is handed in.
 *
 * @param user null if nobody has to log in
 */
public record MailServer(
    String host, int port, Security security, @Nullable String user, @Nullable String password) {
  private static final String TEN_SECONDS = "10000";

  /** How the connection is protected. */
  public enum Security {
    NONE,
    /** By a command, and not otherwise. */
    STARTTLS,
    /** From the first byte. */
    TLS
  }

  /** As the mail API wants it. */
  Properties properties() {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", host);
    properties.put("mail.smtp.port", Integer.toString(port));
    properties.put("mail.smtp.connectiontimeout", TEN_SECONDS);
    properties.put("mail.smtp.timeout", TEN_SECONDS);
    properties.put("mail.smtp.writetimeout", TEN_SECONDS);
    properties.put("mail.smtp.auth", Boolean.toString(user != null));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
    properties.put("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
