package io.duecast.reminder;

import static io.duecast.reminder.ReminderExamples.NOON;
import static io.duecast.reminder.ReminderExamples.reminder;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.duecast.dunning.Channel;
import io.duecast.dunning.Delivery;
import io.duecast.dunning.Reminder;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a mail server that runs here. */
class SmtpCourierTest {
  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final Reminder reminder = reminder(Channel.EMAIL, "de");

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aReminderArrivesAsItIsWordedUnderAnIdOfItsOwn() throws MessagingException, IOException {
    assertThat(postman("acme@example.com").send(reminder).delivery()).isEqualTo(Delivery.SENT);
    assertThat(postman("acme@example.com").send(reminder).delivery()).isEqualTo(Delivery.SENT);

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getSubject()).isEqualTo("Zahlungserinnerung: 1.300,00 EUR offen");
    assertThat(mails[0].getAllRecipients()[0]).hasToString("acme@example.com");
    assertThat((String) mails[0].getContent()).contains("I-7   1.234,50 EUR   fällig am");
    assertThat(mails[0].getMessageID()).endsWith("@duecast>").isEqualTo(mails[1].getMessageID());
  }

  @Test
  void anAddressThatIsNoneBouncesAndAServerThatIsDownFails() {
    assertThat(postman("no address").send(reminder).delivery()).isEqualTo(Delivery.BOUNCED);
    assertThat(postman(null).send(reminder).delivery()).isEqualTo(Delivery.BOUNCED);
    Postman postman = postman("acme@example.com");
    server.stop();

    assertThat(postman.send(reminder).delivery()).isEqualTo(Delivery.FAILED);
  }

  private Postman postman(String email) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
    return new Postman(
        Map.of(Channel.EMAIL, new SmtpCourier(properties, "billing@example.com")),
        new AddressBook(Map.of("acme", new Address(email, null))),
        new Templates(null),
        InstantSource.fixed(NOON));
  }
}
