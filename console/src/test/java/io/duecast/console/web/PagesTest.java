package io.duecast.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.duecast.console.ConsoleRig;
import io.duecast.console.SimulatedBook;
import io.duecast.console.SimulatedBook.Written;
import io.duecast.console.projection.Projector;
import io.duecast.wire.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final Path PICTURES = Path.of("target", "pages");

  private static ConsoleRig rig;
  private static Projector projector;
  private static ConsoleServer server;
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
    rig = new ConsoleRig();
    projector = rig.projector();
    projector.start();
    server =
        ConsoleServer.start(
            ListenAddress.of("127.0.0.1:0", "console.address"), rig.database().jdbi(), projector);
    caller = new Caller(server.address());
    rig.write(BOOK);
    rig.awaitProjected();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Chromium.find())
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
    server.close();
    projector.close();
    rig.close();
  }

  @AfterEach
  void leave() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyPageIsWholeAndForEverybody(Look look) {
    Page page = page(look);
    String customer = caller.json("worklist?currency=EUR&limit=1").at("/rows/0/customer").asText();
    String invoice = caller.json("worklist?currency=EUR&limit=1").at("/rows/0/invoice").asText();
    Map<String, String> paths =
        Map.of(
            "overview", "/",
            "worklist", "/worklist",
            "invoices", "/invoices",
            "invoice", "/invoice?customer=" + customer + "&invoice=" + invoice,
            "customers", "/customers",
            "customer", "/customer?customer=" + customer,
            "models", "/models",
            "data", "/data");
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
                new com.microsoft.playwright.Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{\"today\":null,\"currencies\":[],\"currency\":null}")));
    page.navigate(server.address().resolve("/").toString());
    assertThat(page.locator(".empty-page").textContent()).contains("No invoices yet");
  }

  @Test
  void whatCannotBeLoadedSaysSoAndCanBeTriedAgain() {
    Page page = page(looks().findFirst().orElseThrow());
    page.route("**/api/v1/overview*", com.microsoft.playwright.Route::abort);
    page.navigate(server.address().resolve("/").toString());
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

  private Page page(Look look) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.scheme())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(look.locale()));
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
    page.navigate(server.address().resolve(path).toString());
    page.waitForSelector("main[aria-busy=false] :is(.card, .empty-page)");
    page.waitForSelector("main:not(:has(.chart:not([data-drawn])))");
  }
}
