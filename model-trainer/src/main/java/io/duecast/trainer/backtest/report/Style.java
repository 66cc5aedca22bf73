package io.duecast.trainer.backtest.report;

/** How the page looks, on screens and on paper. */
final class Style {
  static final String CSS =
      """
      body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 0 }
      main { max-width: 62rem; margin: 0 auto; padding: 1rem }
      h1 { font-size: 1.8rem } h2 { font-size: 1.3rem; margin-top: 2.5rem }
      h2 { border-top: 1px solid #ccc; padding-top: 1rem }
      .scroll { overflow-x: auto } .charts { display: flex; flex-wrap: wrap; gap: 1rem }
      table { border-collapse: collapse; margin: 1rem 0; font-size: .9rem }
      caption { text-align: left; font-weight: 600; padding: .25rem 0 }
      th, td { padding: .3rem .8rem; border-bottom: 1px solid #ddd; text-align: right }
      td { white-space: nowrap }
      th[scope=row] { text-align: left; font-weight: 400 }
      thead th { vertical-align: bottom; border-bottom: 2px solid #888 }
      thead th:first-child { text-align: left }
      figure { margin: 0; flex: 1 1 22rem; max-width: 28rem } svg { width: 100%; height: auto }
      svg text { font: 12px system-ui, sans-serif; fill: #333 } .grid { stroke: #e2e2e2 }
      figcaption { font-size: .85rem }
      """;

  private Style() {}
}
