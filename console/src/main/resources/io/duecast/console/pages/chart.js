import { h } from './dom.js';
import { colour } from './theme.js';
import { say } from './words.js';

let library;
const drawn = new Set();
const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => target.chart?.resize()));

/**
 * A chart, and the same as a table for whoever does not see it.
 *
 * @param series [{ name, values, colour, kind }]; kind: bar, line, plain (a line without area), points, or band, with low and high
 */
export function chart({ label, categories, series, format, axis = format, stacked = false }) {
  const canvas = h('div', { class: 'chart', role: 'img', 'aria-label': label });
  const table = h('details', { class: 'as-table' },
    h('summary', {}, say('chartTable')),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, h('table', {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, ''), series.map((it) => h('th', { scope: 'col', class: 'number' }, it.name)))),
      h('tbody', {}, categories.map((category, at) => h('tr', {},
        h('th', { scope: 'row' }, category), series.map((it) => h('td', { class: 'number' }, told(it, at, format)))))))));
  draw(canvas, { categories, series, format, axis, stacked });
  return h('div', { class: 'figure' }, canvas, table);
}

/** What a series says at a place. */
function told(it, at, format) {
  if (it.kind === 'band') return `${format(it.low[at])} – ${format(it.high[at])}`;
  return it.values[at] === null || it.values[at] === undefined ? '–' : format(it.values[at]);
}

async function draw(canvas, what) {
  library ??= await import('/assets/echarts.mjs');
  if (!document.documentElement.contains(canvas)) await new Promise(requestAnimationFrame);
  const it = library.init(canvas, null, { renderer: 'svg' });
  canvas.chart = it;
  drawn.add(canvas);
  sizes.observe(canvas);
  it.setOption(option(what));
  canvas.dataset.drawn = '';
}

/** Forgets what is no longer shown. */
export function forget() {
  for (const canvas of drawn) {
    sizes.unobserve(canvas);
    canvas.chart.dispose();
  }
  drawn.clear();
}

function option({ categories, series, format, axis, stacked }) {
  const text = colour('soft');
  const line = colour('line');
  return {
    animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
    grid: { left: 8, right: 12, top: series.length > 1 ? 34 : 12, bottom: 8, containLabel: true },
    legend: series.length > 1 ? { data: series.map((it) => it.name), top: 0, left: 0, icon: 'roundRect', itemWidth: 10, itemHeight: 10, textStyle: { color: text } } : undefined,
    tooltip: { trigger: 'axis', renderMode: 'richText', formatter: (points) => [categories[points[0].dataIndex], ...series.map((it) => `${it.name}: ${told(it, points[0].dataIndex, format)}`)].join('\n'), backgroundColor: colour('card'), borderColor: line, textStyle: { color: colour('ink') }, axisPointer: { type: 'line', lineStyle: { color: line } } },
    xAxis: { type: 'category', data: categories, axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: text, hideOverlap: categories.length > 6, interval: categories.length > 6 ? 'auto' : 0 } },
    yAxis: { type: 'value', splitLine: { lineStyle: { color: line } }, axisLabel: { color: text, formatter: axis } },
    series: series.flatMap((it) => it.kind === 'band' ? band(it) : [plain(it, stacked)]),
  };
}

const LINES = ['line', 'plain', 'points'];

function plain(it, stacked) {
  const isLine = LINES.includes(it.kind);
  return {
    name: it.name, type: isLine ? 'line' : 'bar', data: it.values.map((value, at) => it.colours ? { value, itemStyle: { color: colour(it.colours[at]) } } : value),
    stack: stacked ? 'all' : undefined, color: colour(it.colour ?? 'accent'), barMaxWidth: 42, smooth: 0.15, showSymbol: it.kind === 'points', symbolSize: 8, symbol: 'circle',
    itemStyle: isLine ? undefined : { borderRadius: [4, 4, 0, 0] }, connectNulls: it.kind === 'plain',
    areaStyle: it.kind === 'line' ? { opacity: 0.12 } : undefined, lineStyle: { width: it.kind === 'points' ? 0 : 2 },
  };
}

/** What lies between two lines: the lower one, unseen, and the rest stacked on it. */
function band(it) {
  const unseen = { type: 'line', stack: it.name, showSymbol: false, lineStyle: { width: 0 }, smooth: 0.15, stackStrategy: 'all', silent: true };
  return [
    { ...unseen, name: `${it.name} `, data: it.low, color: 'transparent' },
    { ...unseen, name: it.name, data: it.high.map((value, at) => value - it.low[at]), color: colour(it.colour ?? 'accent'), areaStyle: { opacity: 0.18 } },
  ];
}
