package io.duecast.console.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every answer carries, so that a browser does nothing with it but show it. */
final class SecurityHeaders {
  private static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Cache-Control",
          "no-cache");

  /** What browsers say of a question of our own pages, or of the one who sits before them. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final ListenAddress address;

  SecurityHeaders(ListenAddress address) {
    this.address = address;
  }

  /** Refuses, too, what a page of somebody else asks of the API: it could keep it busy. */
  void put(Context context) {
    ALL.forEach(context::header);
    @Nullable String host = context.header("Host");
    if (host == null || !address.isOurs(host)) {
      throw Problem.badRequest("the console is not called that here");
    }
    if (isOfAnotherPage(context, host) && context.path().startsWith(Api.ROOT)) {
      throw Problem.forbidden("only the console's own pages may ask this in a browser");
    }
  }

  private static boolean isOfAnotherPage(Context context, String host) {
    @Nullable String site = context.header("Sec-Fetch-Site");
    @Nullable String origin = context.header("Origin");
    return (site != null && !OWN_SITES.contains(site))
        || (origin != null && !origin.matches("https?://" + Pattern.quote(host)));
  }
}
