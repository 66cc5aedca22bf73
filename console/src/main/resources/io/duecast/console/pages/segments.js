import { ask } from './api.js';
import { chart } from './chart.js';
import { h, link } from './dom.js';
import { count, day, decimal, money, percent, shortDay } from './format.js';
import { list } from './list.js';
import { badge, card, customerHref, heading, sized, table, tile } from './parts.js';
import { nothing } from './states.js';
import { say } from './words.js';

const SEGMENTS = ['RELIABLE', 'NEW', 'WATCHED', 'SLIPPING', 'LATE', 'CRITICAL'];
const COLOURS = { RELIABLE: 'chart-low', NEW: 'chart-none', WATCHED: 'chart-medium', SLIPPING: 'chart-high', LATE: 'chart-worst', CRITICAL: 'worst' };
const LATEST = 8;
const inDays = (value) => say('day', count(value));
const share = (value) => percent(value / 1000, 1);
const factor = (value) => decimal(value / 1000, 1);
const UNITS = {
  LATE_RISK: share, ASSESSED_RISK: share, OVERDUE_SHARE: share, LONG_OVERDUE_SHARE: share, JUDGED_INVOICES: count, LATE_INVOICES: count,
  RECENT_CHANGE: factor, LIMIT_MULTIPLE: factor, TURNOVER: count, PAID_A_MONTH: count,
  DAYS_PAST_DUE: inDays, USUAL_DAYS_PAST_DUE: inDays, LATEST_DAYS_PAST_DUE: inDays, PEERS_DAYS_PAST_DUE: inDays,
};

/** A figure behind a segment, as a person would say it. */
export function reasonText({ measure, value, limit }) {
  const unit = UNITS[measure] ?? count;
  const text = `${say(`MEASURE_${measure}`)}: ${unit(value)}`;
  return limit === null ? text : `${text} (${say('limit', unit(limit))})`;
}

const segmentWord = (word) => badge(word, say(`SEGMENT_${word}`));
const named = (it) => [link('/customer', { customer: it.customer }, it.customerName ?? it.customer), it.customerName && h('span', { class: 'crumb' }, ` ${it.customer}`)];
const terms = (it) => it.termDays === 0 ? say('inAdvance') : say('day', count(it.termDays));
const why = (it, most = 2) => it.reasons.slice(0, most).map((one) => h('div', {}, reasonText(one)));

/** A segment, with the worth where that has changed. */
const placeOf = (segment, worth, move) => [segmentWord(segment), move.worth !== move.previousWorth && badge('OPEN', say(worth))];

/** What is known of a customer's segment, and what is suggested. */
export function placedFacts(it) {
  return [[say('riskSegment'), segmentWord(it.riskSegment)], [say('worth'), say(it.worth)], [say('trend'), say(it.trend)], [say('since'), day(it.since)],
    [say('callPriority'), count(it.callPriority)], [say('ladder'), say(`LADDER_${it.ladder}`)], [say('terms'), terms(it)], [say('creditLimitSuggested'), it.creditLimit && money(it.creditLimit, it.creditLimitCurrency)]];
}

/** Who is in which segment, how the segments pay, who moved and who departs. */
export async function segments() {
  const [all, moves, outliers] = await Promise.all([ask('segments'), ask('segment-moves', { limit: LATEST }), ask('customer-outliers', { limit: LATEST })]);
  if (all.segments.length === 0) return { elements: [heading(say('segments')), nothing(say('noSegments'), say('noSegmentsHint'))], isLive: true };
  const known = SEGMENTS.filter((word) => all.segments.some((it) => it.riskSegment === word));
  const weeks = [...new Set(all.trends.map((it) => it.week))];
  const shareLate = (word) => weeks.map((week) => { const it = all.trends.find((one) => one.week === week && one.riskSegment === word); return it && it.judged > 0 ? it.late / it.judged : null; });
  const told = all.trends.filter((it) => it.trend === 'WORSENING' || it.trend === 'IMPROVING').reverse();
  const { element, refresh } = list({
    path: 'customer-segments', caption: say('customers'), open: customerHref, empty: say('emptySegments'),
    columns: [
      { title: say('customer'), cell: (it) => [it.customerName ?? it.customer, it.customerName && h('span', { class: 'sub' }, it.customer)] },
      { title: say('callPriority'), kind: 'number', cell: (it) => count(it.callPriority) },
      { title: say('riskSegment'), cell: (it) => h('span', { class: 'tags' }, segmentWord(it.riskSegment), it.worth === 'KEY' && badge('OPEN', say('KEY'))) },
      { title: say('trend'), cell: (it) => say(it.trend) }, { title: say('since'), kind: 'day', cell: (it) => day(it.since) },
      { title: say('ladder'), cell: (it) => say(`LADDER_${it.ladder}`) }, { title: say('terms'), cell: terms },
      { title: say('creditLimitSuggested'), kind: 'number', cell: (it) => it.creditLimit ? money(it.creditLimit, it.creditLimitCurrency) : '–' },
      { title: say('reasons'), kind: 'why', cell: (it) => why(it) }],
    filters: [{ name: 'riskSegment', title: say('riskSegment'), choices: SEGMENTS.map((it) => [it, say(`SEGMENT_${it}`)]) }, { name: 'worth', title: say('worth'), choices: ['KEY', 'STANDARD'].map((it) => [it, say(it)]) }, { name: 'trend', title: say('trend'), choices: ['WORSENING', 'IMPROVING', 'STEADY'].map((it) => [it, say(it)]) }],
  });
  await refresh();
  return {
    elements: [heading(say('segments'), say('segmentsLead')), h('div', { class: 'grid' },
      known.map((word) => { const it = all.segments.find((one) => one.riskSegment === word); return sized('sixth', tile(segmentWord(word), count(it.customers), say('ofThemKey', count(it.key)))); }),
      sized('two-thirds', card(say('lateBySegment'), say('lateBySegmentHint'), weeks.length ? chart({ label: say('lateBySegment'), categories: weeks.map((it) => shortDay(it)), format: (value) => percent(value, 1), axis: (value) => percent(value), series: known.map((word) => ({ name: say(`SEGMENT_${word}`), kind: 'plain', colour: COLOURS[word], values: shareLate(word) })) }) : h('p', { class: 'empty' }, say('nothingEnded')))),
      sized('third', card(say('changesFound'), say('changesFoundHint'), told.length ? h('ul', { class: 'line' }, told.map((it) => h('li', {}, segmentWord(it.riskSegment), ' ', say(it.trend), h('div', { class: 'when' }, say('sinceDate', day(it.since)))))) : h('p', { class: 'empty' }, say('noChange')))),
      card(say('movers'), null, moves.rows.length ? table(say('movers'), [{ title: say('customer') }, { title: say('day1'), kind: 'day' }, { title: say('fromTo') }, { title: say('reasons') }],
        moves.rows.map((it) => [named(it), day(it.on), h('span', { class: 'tags' }, placeOf(it.previous, it.previousWorth, it), '→', placeOf(it.riskSegment, it.worth, it)), why(it, 1)])) : h('p', { class: 'empty' }, say('noMovers'))),
      card(say('outliers'), null, outliers.rows.length ? table(say('outliers'), [{ title: say('customer') }, { title: say('day1'), kind: 'day' }, { title: say('departsFrom') }, { title: say('reasons') }],
        outliers.rows.map((it) => [named(it), day(it.on), say(it.kind), [why(it, 1), link('/invoice', { customer: it.customer, invoice: it.invoice }, it.invoice)]])) : h('p', { class: 'empty' }, say('noOutliers'))),
      h('h2', { class: 'card-title' }, say('customers')), element)],
  };
}
