package io.duecast.console.web;

import static com.microsoft.playwright.options.WaitForSelectorState.DETACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.duecast.check.RejectReason;
import io.duecast.console.ConsoleRig;
import io.duecast.console.SimulatedBook;
import io.duecast.console.SimulatedBook.Written;
import io.duecast.wire.DeadLetter;
import io.duecast.wire.Topics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages in a real browser: what they show is what the API says, nothing is refused by the
 * policy, and a checker of accessibility has nothing to say. Pictures are kept under {@code
 * target/pages}.
 */
class PagesTest {
  private static final List<Written> BOOK = SimulatedBook.of(60, 220);
  private static final double PATIENCE_MS = 30_000;
  private static final Path PICTURES = Path.of("target", "pages");

  private static final ZoneId ZONE = ZoneOffset.UTC;

  private static RunningConsole console;
  private static ConsoleRig rig;
  private static Playwright playwright;
  private static Browser browser;
  private static Caller caller;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;

  /** How somebody looks at a page. */
  record Look(String name, int width, int height, ColorScheme scheme, String locale) {}

  static Stream<Look> looks() {
    return Stream.of(
        new Look("light", 1440, 900, ColorScheme.LIGHT, "en-GB"),
        new Look("dark", 1440, 900, ColorScheme.DARK, "de-DE"),
        new Look("phone", 390, 844, ColorScheme.LIGHT, "en-GB"));
  }

  @BeforeAll
  static void open() throws Exception {
    console = new RunningConsole(ZONE, null);
    rig = console.rig();
    caller = console.caller();
    console.write(BOOK);
    playwright = Chromium.driver();
    browser = Chromium.launch(playwright);
  }

  /** What did not come up is not there to be closed: that it did not is what is to be told. */
  @AfterAll
  static void close() {
    Stream.of(browser, playwright, console).filter(Objects::nonNull).forEach(PagesTest::close);
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void leave() {
    List<String> told = List.copyOf(complaints);
    context.close();
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyPageIsWholeAndForEverybody(Look look) {
    Page page = page(look);
    String customer = caller.json("worklist?currency=EUR&limit=1").at("/rows/0/customer").asText();
    String invoice = caller.json("worklist?currency=EUR&limit=1").at("/rows/0/invoice").asText();
    Map<String, String> paths =
        Map.ofEntries(
            Map.entry("overview", "/"),
            Map.entry("worklist", "/worklist"),
            Map.entry("invoices", "/invoices"),
            Map.entry("invoice", "/invoice?customer=" + customer + "&invoice=" + invoice),
            Map.entry("customers", "/customers"),
            Map.entry("customer", "/customer?customer=" + customer),
            Map.entry("segments", "/segments"),
            Map.entry("cash", "/cash"),
            Map.entry("reserves", "/reserves"),
            Map.entry("reminders", "/reminders"),
            Map.entry("outcomes", "/outcomes"),
            Map.entry("models", "/models"),
            Map.entry("data", "/data"));
    paths.forEach(
        (name, path) -> {
          visit(page, path);
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setPath(PICTURES.resolve(name + "-" + look.name() + ".png"))
                  .setFullPage(true));
          new AxeBuilder(page)
              .analyze()
              .getViolations()
              .forEach(it -> complaints.add(told(name, it)));
          if (!page.evaluate("document.body.scrollWidth <= innerWidth").equals(true)) {
            complaints.add(name + " is wider than the screen");
          }
        });
  }

  private static String told(String page, Rule rule) {
    return page + ": " + rule.getId() + " " + rule.getNodes().getFirst().getHtml();
  }

  @Test
  void theWorklistShowsWhatTheApiRanks() {
    Page page = page(looks().findFirst().orElseThrow());
    visit(page, "/worklist");
    List<String> expected = new ArrayList<>();
    caller
        .json("worklist?limit=50&currency=" + caller.json("overview").path("currency").asText())
        .path("rows")
        .forEach(it -> expected.add(it.path("invoice").asText()));

    List<String> shown =
        page.locator(".row-link").evaluateAll("all => all.map(it => it.firstChild.textContent)")
                instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();

    assertThat(shown).isEqualTo(expected);
  }

  @Test
  void byKeyboardAloneAnInvoiceIsOpenedAndLeft() {
    Page page = page(looks().findFirst().orElseThrow());
    visit(page, "/worklist");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    page.waitForURL("**/invoice?**");
    page.waitForSelector(".line");
    page.goBack();
    page.waitForSelector(".row-link");
    assertThat(page.title()).contains("Worklist");
  }

  @Test
  void aFilterIsPartOfTheAddress() {
    Page page = page(looks().findFirst().orElseThrow());
    visit(page, "/worklist");
    page.locator("select").nth(1).selectOption("HIGH");
    page.waitForSelector("tbody:has(.badge.HIGH):not(:has(.badge:not(.HIGH)))");
    assertThat(page.url()).contains("band=HIGH");
  }

  @Test
  void anEmptyBookSaysWhatIsToCome() {
    Page page = page(looks().findFirst().orElseThrow());
    page.route(
        "**/api/v1/overview*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{\"today\":null,\"currencies\":[],\"currency\":null}")));
    page.navigate(console.address().resolve("/").toString());
    assertThat(page.locator(".empty-page").textContent()).contains("No invoices yet");
  }

  @Test
  void whatCannotBeLoadedSaysSoAndCanBeTriedAgain() {
    Page page = page(looks().findFirst().orElseThrow());
    page.route("**/api/v1/overview*", Route::abort);
    page.navigate(console.address().resolve("/").toString());
    page.waitForSelector(".failure button");
    page.unroute("**/api/v1/overview*");
    complaints.clear();
    page.click(".failure button");
    page.waitForSelector(".tile .big");
    complaints.clear();
  }

  @Test
  void whatMovesIsSeenOnAnOpenPageByItself() {
    Page page = page(looks().findFirst().orElseThrow());
    visit(page, "/models");
    assertThat(page.locator("main").textContent()).contains("No model yet");

    rig.write(Topics.MODEL_RELEASES, Releases.champion());

    page.waitForSelector(".big.mono");
  }

  @Test
  void theAnswerToAnOlderQuestionDoesNotShow() {
    Page page = page(looks().findFirst().orElseThrow());
    visit(page, "/invoices");
    List<Route> held = new ArrayList<>();
    page.route("**/api/v1/invoices*state=SETTLED*", held::add);
    page.locator("select").first().selectOption("SETTLED");
    page.waitForCondition(() -> !held.isEmpty());
    page.locator("select").first().selectOption("OPEN");
    page.waitForSelector(".list[aria-busy=false] tbody:not(:has(.badge.SETTLED))");

    held.forEach(Route::resume);
    page.waitForResponse("**/api/v1/freshness", () -> {});

    assertThat(page.locator("tbody .badge.SETTLED").count()).isZero();
    assertThat(page.locator("tbody .badge.OPEN").count()).isPositive();
  }

  @Test
  void aCurrencyOfTheWorklistIsOneAndNotAll() {
    Page page = page(looks().findFirst().orElseThrow());
    visit(page, "/worklist");
    List<String> known = new ArrayList<>();
    caller
        .json("overview")
        .path("currencies")
        .forEach(it -> known.add(it.path("currency").asText()));
    assertThat(known).hasSizeGreaterThan(1);
    assertThat(page.locator("select").first().locator("option").allTextContents()).isEqualTo(known);
    page.locator("select").first().selectOption(known.get(1));
    page.waitForSelector(".list[aria-busy=false] tbody tr");
    assertThat(page.locator("tbody").textContent())
        .contains(known.get(1))
        .doesNotContain(known.get(0));
  }

  @Test
  void manyTabsHearOfWhatMovesAndGoOnWhenTheFirstIsClosed() {
    List<Page> tabs = new ArrayList<>();
    tabs.add(page(looks().findFirst().orElseThrow()));
    while (tabs.size() < 9) {
      tabs.add(context.newPage());
    }
    tabs.forEach(it -> visit(it, "/data"));

    rig.write(Topics.DEAD_LETTERS, letter(1, "told to all"));
    tabs.forEach(it -> it.waitForSelector("text=told to all"));

    tabs.removeFirst().close();
    rig.write(Topics.DEAD_LETTERS, letter(2, "told by another"));
    tabs.forEach(it -> it.waitForSelector("text=told by another"));
  }

  @Test
  void aScoreIsJudgedWithOneClickAndTheVerdictComesBack() {
    Page page = page(looks().findFirst().orElseThrow());
    JsonNode invoice =
        caller.all("worklist?currency=EUR").stream()
            .filter(it -> it.path("daysPastDue").asInt() <= 0)
            .findFirst()
            .orElseThrow();
    visit(page, address(invoice));

    page.getByText("Score is wrong").click();
    page.waitForSelector("#said:has-text('has come back')");

    page.waitForSelector(".line:has-text('score contradicted')");
    JsonNode told = caller.json("outcomes?judged=true&limit=1").at("/rows/0");
    assertThat(told.path("invoice").asText()).isEqualTo(invoice.path("invoice").asText());
    assertThat(told.path("assessment").asText()).isEqualTo(invoice.path("assessment").asText());
    assertThat(told.path("agrees").asBoolean()).isFalse();
    visit(page, "/outcomes");
    assertThat(page.locator("main").textContent())
        .contains("Who was right")
        .contains(invoice.path("invoice").asText());
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aPromiseIsRecordedByKeyboardAlone(Look look) {
    Page page = page(look);
    visit(page, "/worklist?sort=due");
    page.keyboard().press("j");
    String invoice =
        String.valueOf(
            page.locator(".row-link").first().evaluate("it => it.firstChild.textContent"));
    page.keyboard().press("p");
    page.waitForSelector("dialog[open]");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve("promise-" + look.name() + ".png")));
    new AxeBuilder(page)
        .analyze()
        .getViolations()
        .forEach(it -> complaints.add(told("promise", it)));
    page.locator("[name=agent]").fill("am");
    page.keyboard().press("Enter");
    page.waitForSelector("#said:not(:empty)");
    page.waitForSelector("dialog", new Page.WaitForSelectorOptions().setState(DETACHED));

    ConsoleRig.await(
        () ->
            caller
                .json("outcomes?outcome=PROMISE_TO_PAY&agent=am&limit=1")
                .at("/rows/0/invoice")
                .asText()
                .equals(invoice));
  }

  @Test
  void whatIsRefusedIsSaidInTheDialogAndNothingIsLost() {
    Page page = page(looks().findFirst().orElseThrow());
    visit(page, address(caller.json("worklist?currency=EUR&limit=1").at("/rows/0")));
    page.getByText("Promise …").click();
    page.locator("[name=promised]").fill("99999999");
    page.getByText("Record", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForSelector(".problem:has-text('is more than')");
    complaints.clear();

    assertThat(page.locator("[name=promised]").inputValue()).isEqualTo("99999999");
    page.locator("[name=promised]").fill("1.250");
    assertThat(page.locator("[name=promised]").evaluate("it => it.checkValidity()"))
        .isEqualTo(false);
    page.locator("[name=promised]").fill("1,5");
    page.getByText("Record", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForSelector(".line:has-text('1.50')");
  }

  @Test
  void severalInvoicesAreDealtWithAtOnce() {
    Page page = page(looks().findFirst().orElseThrow());
    visit(page, "/worklist");
    List<String> picked = new ArrayList<>();
    for (int at = 0; at < 3; at++) {
      page.locator("tbody .pick input").nth(at).check();
      picked.add(
          String.valueOf(
              page.locator(".row-link").nth(at).evaluate("it => it.firstChild.textContent")));
    }
    page.locator(".bulk").getByText("Contact …").click();
    page.locator("[name=outcome]").selectOption("WRONG_CONTACT");
    page.getByText("Record", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForSelector("#said:has-text('has come back')");

    List<String> told = new ArrayList<>();
    caller
        .all("outcomes?outcome=WRONG_CONTACT")
        .forEach(it -> told.add(it.path("invoice").asText()));
    assertThat(told).containsAll(picked);
  }

  @Test
  void aLineSaysHowFarADaysWorkGoes() {
    Page page = page(looks().findFirst().orElseThrow());
    visit(page, "/worklist");
    page.locator("input[type=number]").fill("3");
    page.locator("input[type=number]").blur();

    String line = page.locator(".capacity").textContent();

    JsonNode rows = caller.json("worklist?limit=3&currency=EUR").path("rows");
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode it : rows) {
      sum = sum.add(new BigDecimal(it.path("expectedLate").asText()));
    }
    String shown = "%,.2f".formatted(sum.setScale(2, RoundingMode.HALF_EVEN));
    assertThat(line).contains("the 3 above").contains("EUR").contains(shown);
    assertThat(page.locator("tbody tr").nth(3).getAttribute("class")).isEqualTo("capacity");
    page.locator("select").last().selectOption("due");
    page.waitForSelector(".list[aria-busy=false] tbody:not(:has(.capacity))");
  }

  private static String address(JsonNode invoice) {
    return "/invoice?customer=%s&invoice=%s"
        .formatted(invoice.path("customer").asText(), invoice.path("invoice").asText());
  }

  private static DeadLetter letter(long offset, String detail) {
    Instant at = Instant.parse("2026-03-02T09:00:00Z");
    return new DeadLetter(
        "t", 0, offset, at, null, null, Map.of(), RejectReason.CONTRACT_VIOLATION, detail, at);
  }

  private Page page(Look look) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.scheme())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(look.locale()));
    context.setDefaultTimeout(PATIENCE_MS);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return page;
  }

  private static void visit(Page page, String path) {
    page.navigate(console.address().resolve(path).toString());
    page.waitForSelector("main[aria-busy=false] :is(.card, .empty-page)");
    page.waitForSelector("main:not(:has(.chart:not([data-drawn])))");
  }
}
