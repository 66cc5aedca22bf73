package io.duecast.reminder;

import static io.duecast.reminder.ReminderExamples.NOON;
import static io.duecast.reminder.ReminderExamples.reminder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.dunning.Channel;
import io.duecast.dunning.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
  @TempDir Path directory;

  private final Templates ours = new Templates(null);

  @Test
  void aReminderIsInEnglishUnlessTheCustomerIsGerman() {
    Message english = ours.of(reminder(Channel.EMAIL, null));
    Message german = ours.of(reminder(Channel.EMAIL, "de-AT"));

    assertThat(english.subject()).isEqualTo("Reminder: 1,300.00 EUR open");
    assertThat(english.text())
        .contains("I-7   1,234.50 EUR   due March 10, 2026, 3 day(s) ago")
        .contains("I-8   65.50 EUR   due March 13, 2026\n")
        .contains("In all: 1,300.00 EUR");
    assertThat(german.subject()).isEqualTo("Zahlungserinnerung: 1.300,00 EUR offen");
    assertThat(german.text()).contains("fällig am 10. März 2026, vor 3 Tag(en)");
  }

  @Test
  void aLanguageWithoutWordsIsAnsweredInEnglish() {
    assertThat(ours.of(reminder(Channel.EMAIL, "fr")).subject()).startsWith("Reminder: ");
    assertThat(ours.of(reminder(Channel.EMAIL, "../..")).subject()).startsWith("Reminder: ");
  }

  @Test
  void aCompanysOwnWordsForASegmentComeFirst() throws IOException {
    Files.createDirectories(directory.resolve("en"));
    Files.writeString(
        directory.resolve("en/first.key.txt"), "Subject: Dear partner\n{{count}} open\n");

    Message message = new Templates(directory).of(reminder(Channel.EMAIL, "en"));

    assertThat(message).isEqualTo(new Message("Dear partner", "2 open\n"));
  }

  @Test
  void wordsWithoutASubjectAreRefused() throws IOException {
    Files.createDirectories(directory.resolve("en"));
    Files.writeString(directory.resolve("en/first.txt"), "Pay!\n");

    assertThatThrownBy(() -> new Templates(directory).of(reminder(Channel.EMAIL, "en")))
        .hasMessageContaining("en/first.txt does not begin with 'Subject: '");
  }

  @Test
  void wordsThatCannotBeUsedStopOneReminderOnlyAndItIsSaidWhatToMend() throws IOException {
    Files.createDirectories(directory.resolve("en"));
    Files.writeString(directory.resolve("en/first.txt"), "Subject: {{nobody}}\n{{count}} open\n");
    Postman postman =
        new Postman(
            Map.of(Channel.EMAIL, (reminder, to, message) -> {}),
            new AddressBook(Map.of()),
            new Templates(directory),
            InstantSource.fixed(NOON));

    assertThat(postman.send(reminder(Channel.EMAIL, "en")).delivery()).isEqualTo(Delivery.FAILED);
    assertThat(postman.send(reminder(Channel.EMAIL, "de")).delivery()).isEqualTo(Delivery.SENT);
    assertThatThrownBy(() -> new Templates(directory).of(reminder(Channel.EMAIL, "en")))
        .hasMessageContaining("mend the template en/first");
  }
}
