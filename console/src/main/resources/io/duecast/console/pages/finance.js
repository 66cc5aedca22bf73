import { ask } from './api.js';
import { chart } from './chart.js';
import { h } from './dom.js';
import { amount, count, day, decimal, money, percent, shortDay } from './format.js';
import { card, choice, facts, heading, sized, table, tile } from './parts.js';
import { nothing } from './states.js';
import { say } from './words.js';

const NUMBER = { kind: 'number' };
const currencies = (all) => choice(say('currency'), 'currency', all.currencies.map((it) => [it.currency, it.currency]), all.currency);
const exported = (path, currency) => h('div', { class: 'exports' }, ['csv', 'xlsx'].map((format) => h('a', { class: 'button quiet', href: `/api/v1/${path}?currency=${currency}&format=${format}`, download: true }, `${say('export')} ${format.toUpperCase()}`)));

/** The provision matrix, its movement and its history. */
export async function reserves({ currency, days = 30 }) {
  const all = await ask('reserves', { currency, days });
  if (!all.asOf) return { elements: [heading(say('reserves')), nothing(say('noReserves'), say('noReservesHint'))], isLive: true };
  const exact = (value) => money(value, all.currency);
  const short = (value) => money(value, all.currency, 'short');
  const { total, movement, basis } = all;
  const groups = all.groups.length > 1;
  return {
    isLive: true,
    elements: [
      heading(say('reserves'), say('reservesLead', day(all.asOf)), currencies(all), choice(say('period'), 'days', [1, 30, 90, 365].map((it) => [it, say('days', it)]), days), exported('reserve-positions', all.currency)),
      h('div', { class: 'grid' },
        tile(say('open'), short(total.exposure), say('asOfDay', day(all.asOf))),
        tile(say('reserve'), short(total.reserve), say('ofOpen', percent(total.rate, 2))),
        tile(say('charge'), short(movement.charge), say('inDays', count(all.days))),
        tile(say('usedReserve'), short(movement.used), say('inDays', count(all.days))),
        sized('two-thirds', card(say('matrix'), say('matrixHint', count(basis.observedDays), decimal(basis.forwardLooking, 2)), table(say('matrix'),
          [{ title: say('pastDue') }, { title: say('open'), ...NUMBER }, { title: say('rate'), ...NUMBER }, { title: say('reserve'), ...NUMBER }],
          all.matrix.map((it) => [it.bucket === 'current' ? say('current') : it.bucket, exact(it.exposure), percent(it.rate, 2), exact(it.reserve)]),
          [say('total'), exact(total.exposure), percent(total.rate, 2), exact(total.reserve)]))),
        sized('third', card(say('movement'), say('inDays', count(all.days)), table(say('movement'), [{ title: say('part') }, { title: say('reserve'), ...NUMBER }],
          [[say('opening'), exact(movement.opening)], [say('byReceivables'), exact(movement.byReceivables)], [say('byRates'), exact(movement.byRates)], [say('usedReserve'), exact(movement.usedNegated)]],
          [say('closing'), exact(movement.closing)]))),
        sized('wide', card(say('reserveHistory'), say('reserveHistoryHint'), chart({ label: say('reserveHistory'), categories: all.history.map((it) => shortDay(it.day)), format: exact, axis: short, series: [
          { name: say('reserve'), kind: 'line', colour: 'chart-high', values: all.history.map((it) => Number(it.reserve)) }] }))),
        groups && sized('wide', card(say('byGroup'), null, table(say('byGroup'),
          [{ title: say('segment') }, { title: say('entity') }, { title: say('open'), ...NUMBER }, { title: say('rate'), ...NUMBER }, { title: say('reserve'), ...NUMBER }],
          all.groups.map((it) => [it.segment || '–', it.entity || '–', exact(it.exposure), percent(it.rate, 2), exact(it.reserve)])))))],
  };
}

/** What came and what is to come, week by week. */
export async function cash({ currency }) {
  const all = await ask('cash', { currency });
  if (!all.asOf) return { elements: [heading(say('cash')), nothing(say('noCash'), say('noCashHint'))], isLive: true };
  const exact = (value) => value === null ? '–' : money(value, all.currency);
  const short = (value) => money(value, all.currency, 'short');
  const { accuracy } = all;
  const both = [...all.before, ...all.weeks];
  const numbers = (name) => both.map((it) => it[name] === null || it[name] === undefined ? null : Number(it[name]));
  return {
    isLive: true,
    elements: [
      heading(say('cash'), say('cashLead', day(all.asOf)), currencies(all), exported('cash-forecasts', all.currency)),
      h('div', { class: 'grid' },
        tile(say('open'), short(all.open), day(all.asOf)),
        tile(say('thisWeek'), short(all.weeks[0].expected), say('interval', short(all.weeks[0].p10), short(all.weeks[0].p90))),
        tile(say('liquidity'), short(all.liquidityReserve), say('liquidityMeaning')),
        tile(say('wape'), percent(accuracy.wape, 1), say('wapeBeside', percent(accuracy.wapeByDueDate, 1), percent(accuracy.wapeByCustomerDelay, 1))),
        sized('wide', card(say('cashWeeks'), say('cashWeeksHint'), chart({ label: say('cashWeeks'), categories: both.map((it) => shortDay(it.week)), format: exact, axis: short, series: [
          { name: say('band80'), kind: 'band', colour: 'accent', low: numbers('p10'), high: numbers('p90') },
          { name: say('expected'), kind: 'line', colour: 'accent', values: numbers('expected') },
          { name: say('came'), kind: 'points', colour: 'chart-high', values: numbers('came') }] }))),
        sized('wide', card(say('weeksAhead'), say('amountsIn', all.currency), table(say('weeksAhead'),
          [{ title: say('week'), kind: 'day' }, { title: say('expected'), ...NUMBER }, { title: 'P10', ...NUMBER }, { title: 'P50', ...NUMBER }, { title: 'P90', ...NUMBER }, { title: say('byDueDate'), ...NUMBER }, { title: say('byUsualDelay'), ...NUMBER }],
          all.weeks.map((it) => [shortDay(it.week), ...[it.expected, it.p10, it.p50, it.p90, it.byDueDate, it.byCustomerDelay].map(amount)]),
          [say('later'), amount(all.later), '', '', '', '', '']))),
        sized('wide', card(say('accuracy'), say('accuracyHint', count(accuracy.weeks)), facts([
          [say('wapeThis'), percent(accuracy.wape, 1)], [say('wapeDue'), percent(accuracy.wapeByDueDate, 1)], [say('wapeDelay'), percent(accuracy.wapeByCustomerDelay, 1)], [say('bandHeld'), percent(accuracy.bandHeld, 1)]]))))],
  };
}
