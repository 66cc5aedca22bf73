package io.duecast.reminder;

import static io.duecast.reminder.ReminderExamples.NOON;
import static io.duecast.reminder.ReminderExamples.reminder;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.duecast.dunning.Channel;
import io.duecast.dunning.Delivery;
import io.duecast.dunning.Reminder;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Map;
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

  @Test
  void aServerThatHangsUpInTheMiddleLeavesItUnsure() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> takeAndHangUp(silent));

      assertThat(postman("acme@example.com", silent.getLocalPort()).send(reminder).delivery())
          .isEqualTo(Delivery.UNKNOWN);
    }
  }

  @Test
  void aSenderThatIsNoAddressIsRefusedAtOnce() {
    assertThatThrownBy(() -> new SmtpCourier(at(25), "no address"))
        .hasMessageContaining("'no address' is no e-mail address");
  }

  /** Speaks SMTP up to the end of the mail, and is gone. */
  private static void takeAndHangUp(ServerSocket server) {
    try (Socket socket = server.accept();
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        Writer out = new OutputStreamWriter(socket.getOutputStream(), US_ASCII)) {
      out.write("220 here\r\n");
      out.flush();
      for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
        if (line.matches("(EHLO|MAIL|RCPT|DATA).*")) {
          out.write(line.equals("DATA") ? "354 go on\r\n" : "250 well\r\n");
          out.flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Postman postman(String email) {
    return postman(email, server.getSmtp().getPort());
  }

  private static Postman postman(String email, int port) {
    return new Postman(
        Map.of(Channel.EMAIL, new SmtpCourier(at(port), "billing@example.com")),
        new AddressBook(Map.of("acme", new Address(email, null))),
        new Templates(null),
        InstantSource.fixed(NOON));
  }

  private static MailServer at(int port) {
    return new MailServer("127.0.0.1", port, MailServer.Security.NONE, null, null);
  }
}
