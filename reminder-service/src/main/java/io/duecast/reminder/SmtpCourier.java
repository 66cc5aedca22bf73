package io.duecast.reminder;

import io.duecast.dunning.Reminder;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Properties;

/** Sends by mail. The message's id follows from the reminder's: a copy can be told. */
public final class SmtpCourier implements Courier {
  private static final String TEN_SECONDS = "10000";

  private final Session session;
  private final String from;

  /**
   * @param server the mail API's own properties, such as {@code mail.smtp.host}
   */
  public SmtpCourier(Properties server, String from) {
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", TEN_SECONDS);
    properties.put("mail.smtp.timeout", TEN_SECONDS);
    properties.put("mail.smtp.writetimeout", TEN_SECONDS);
    properties.putAll(server);
    this.session = Session.getInstance(properties);
    this.from = from;
  }

  @Override
  public void send(Reminder reminder, Address to, Message message) {
    if (to.email() == null) {
      throw new UndeliveredException(true, "no e-mail address is known");
    }
    try {
      MimeMessage mail = new Identified(session, id(reminder));
      mail.setFrom(new InternetAddress(from));
      mail.setRecipient(jakarta.mail.Message.RecipientType.TO, recipient(to.email()));
      mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
      mail.setText(message.text(), StandardCharsets.UTF_8.name());
      mail.setHeader("Auto-Submitted", "auto-generated");
      Transport.send(mail);
    } catch (AddressException e) {
      throw new UndeliveredException(true, "the e-mail address is none");
    } catch (SendFailedException e) {
      boolean isRefused = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
      throw new UndeliveredException(isRefused, "the mail server refused it");
    } catch (MessagingException e) {
      throw new UndeliveredException(false, "the mail server: " + e.getClass().getSimpleName());
    }
  }

  private static InternetAddress recipient(String email) throws AddressException {
    InternetAddress address = new InternetAddress(email, true);
    address.validate();
    return address;
  }

  private static String id(Reminder reminder) {
    byte[] id = reminder.reminderId().getBytes(StandardCharsets.UTF_8);
    return "<" + HexFormat.of().formatHex(Signature.digest(id)).substring(0, 32) + "@duecast>";
  }

  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
