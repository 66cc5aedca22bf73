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
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends by mail. The message's id follows from the reminder's: a copy can be told. */
public final class SmtpCourier implements Courier {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpCourier.class);
  private static final int REFUSED = 400;
  private static final Set<Integer> NOBODY_THERE = Set.of(550, 551, 553);

  private final MailServer server;
  private final Session session;
  private final InternetAddress from;

  /**
   * @throws IllegalArgumentException if {@code from} is no address
   */
  public SmtpCourier(MailServer server, String from) {
    this.server = server;
    this.session = Session.getInstance(server.properties());
    try {
      this.from = address(from);
    } catch (AddressException e) {
      throw new IllegalArgumentException("'" + from + "' is no e-mail address", e);
    }
  }

  @Override
  public void send(Reminder reminder, Address to, Message message) {
    MimeMessage mail = mail(reminder, to, message);
    Transport transport = connected();
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
    } catch (SendFailedException e) {
      throw refused(e);
    } catch (MessagingException e) {
      throw UndeliveredException.unsure("the connection to the mail server broke: " + nameOf(e));
    } finally {
      close(transport);
    }
  }

  private MimeMessage mail(Reminder reminder, Address to, Message message) {
    if (to.email() == null) {
      throw UndeliveredException.wrongAddress("add an e-mail address of the customer");
    }
    try {
      MimeMessage mail = new Identified(session, id(reminder));
      mail.setFrom(from);
      mail.setRecipient(jakarta.mail.Message.RecipientType.TO, address(to.email()));
      mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
      mail.setText(message.text(), StandardCharsets.UTF_8.name());
      mail.setHeader("Auto-Submitted", "auto-generated");
      mail.saveChanges();
      return mail;
    } catch (AddressException e) {
      throw UndeliveredException.wrongAddress("mend the customer's e-mail address: it is none");
    } catch (MessagingException e) {
      throw UndeliveredException.notSent("no mail can be made of it: " + nameOf(e));
    }
  }

  private Transport connected() {
    try {
      Transport transport = session.getTransport("smtp");
      transport.connect(server.user(), server.password());
      return transport;
    } catch (MessagingException e) {
      throw UndeliveredException.notSent(
          "no connection to the mail server %s: %s".formatted(server, nameOf(e)));
    }
  }

  /** A server that says no has not taken it; one that says nothing may have. */
  private static UndeliveredException refused(SendFailedException e) {
    if (saysThatNobodyLivesThere(e)) {
      return UndeliveredException.wrongAddress("the mail server refused the address");
    }
    boolean isAnswered =
        !(e instanceof SMTPSendFailedException it) || it.getReturnCode() >= REFUSED;
    return isAnswered
        ? UndeliveredException.notSent("the mail server refused it")
        : UndeliveredException.unsure("the mail server did not answer");
  }

  /** A server that refuses us, or all mail, refuses no address: it says 5.7, or another code. */
  private static boolean saysThatNobodyLivesThere(MessagingException e) {
    for (Exception next = e;
        next instanceof MessagingException each;
        next = each.getNextException()) {
      if (each instanceof SMTPAddressFailedException it
          && NOBODY_THERE.contains(it.getReturnCode())
          && !String.valueOf(it.getMessage()).contains(" 5.7.")) {
        return true;
      }
    }
    return false;
  }

  /** What was taken is taken, however the farewell goes. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the mail server hung up: {}", nameOf(e));
    }
  }

  private static String nameOf(MessagingException e) {
    return e.getClass().getSimpleName();
  }

  private static InternetAddress address(String email) throws AddressException {
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
