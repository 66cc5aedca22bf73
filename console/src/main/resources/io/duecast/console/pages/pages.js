import { ask } from './api.js';
import { chart } from './chart.js';
import { h, link, svg } from './dom.js';
import { age, count, day, decimal, instant, money, percent, scorer, shortDay } from './format.js';
import { cash, reserves } from './finance.js';
import { list } from './list.js';
import { login, may } from './me.js';
import { bulkActions, contact, customerActions, invoiceActions, outcomeLines } from './outcome.js';
import { outcomes } from './outcomes.js';
import { badge, card, choice, columnsOf, customerHref, facts, heading, invoiceHref, sized, tile } from './parts.js';
import { placedFacts, reasonText, segments } from './segments.js';
import { nothing } from './states.js';
import { colour } from './theme.js';
import { language, say } from './words.js';

const BANDS = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH', 'UNKNOWN'];
const BAND_COLOURS = { LOW: 'chart-low', MEDIUM: 'chart-medium', HIGH: 'chart-high', VERY_HIGH: 'chart-worst', UNKNOWN: 'chart-none' };
const AGE_COLOURS = ['chart-low', 'chart-medium', 'chart-high', 'chart-worst', 'chart-worst'];
const MAIN_FIGURES = ['DSO', 'BEST_POSSIBLE_DSO', 'ADD', 'CEI', 'ON_TIME_RATE', 'DBT', 'OVERDUE_SHARE', 'SHARE_OVER_90', 'ADP', 'COUNT_BACK_DSO', 'PROMISE_KEPT_RATE', 'DISPUTE_CYCLE_TIME'];

async function overview({ currency, days = 90 }) {
  const all = await ask('overview', { currency, days });
  if (!all.currency) return { elements: [heading(say('overview')), nothing(say('emptyBook'), say('emptyBookHint'))], isLive: true, today: all.today };
  const now = all.currencies.find((it) => it.currency === all.currency) ?? {};
  const short = (value) => money(value, all.currency, 'short');
  const exact = (value) => money(value, all.currency);
  const bands = BANDS.map((band) => all.bands.find((it) => it.band === band)).filter(Boolean);
  return {
    isLive: true, today: all.today,
    elements: [
      heading(say('overview'), all.asOf && say('asOf', day(all.asOf), count(all.days)),
        choice(say('currency'), 'currency', all.currencies.map((it) => [it.currency, it.currency]), all.currency),
        choice(say('period'), 'days', [30, 90, 180, 365].map((it) => [it, say('days', it)]), days)),
      h('div', { class: 'grid' },
        tile(say('open'), short(now.open), say('openInvoices', count(now.invoices))),
        tile(say('overdue'), short(now.overdue ?? '0'), say('ofOpen', percent((now.overdue ?? 0) / now.open))),
        tile(say('expectedLate'), short(now.expectedLate), say('expectedLateMeaning')),
        tile(say('DSO'), figure(all.figures.find((it) => it.figure === 'DSO')), say('BEST_POSSIBLE_DSO') + ': ' + figure(all.figures.find((it) => it.figure === 'BEST_POSSIBLE_DSO'))),
        sized('two-thirds', card(say('history'), say('historyHint'), chart({ label: say('history'), categories: all.history.map((it) => shortDay(it.day)), format: exact, axis: short, series: [
          { name: say('open'), kind: 'line', colour: 'accent', values: all.history.map((it) => Number(it.receivables)) },
          { name: say('overdue'), kind: 'line', colour: 'chart-high', values: all.history.map((it) => Number(it.overdue)) }] }))),
        sized('third', card(say('ageing'), say('ageingHint'), chart({ label: say('ageing'), categories: all.ageing.map((it) => it.bucket === 'current' ? say('current') : it.bucket), format: exact, axis: short, series: [
          { name: say('open'), values: all.ageing.map((it) => Number(it.amount)), colours: AGE_COLOURS }] }))),
        sized('two-thirds', card(say('weeks'), say('weeksHint'), chart({ label: say('weeks'), categories: all.weeks.map((it) => shortDay(it.week)), format: exact, axis: short, series: [
          { name: say('expected'), values: all.weeks.map((it) => Number(it.expected)) }] }))),
        sized('third', card(say('risk'), say('riskHint'), chart({ label: say('risk'), categories: bands.map((it) => say(it.band)), format: exact, axis: short, series: [
          { name: say('open'), values: bands.map((it) => Number(it.open)), colours: bands.map((it) => BAND_COLOURS[it.band]) }] }))),
        sized('two-thirds', card(say('figures'), null, figureTable(all))),
        sized('third', card(say('changed'), null, all.changed.length ? h('table', {}, h('tbody', {}, all.changed.map((it) => h('tr', {}, h('th', { scope: 'row' }, say(it.kind)), h('td', { class: 'number' }, count(it.count)))))) : h('p', { class: 'empty' }, say('nothingYet')))))],
  };
}

function figure(it) {
  if (!it || it.value === null) return '–';
  return it.unit === 'PERCENT' ? percent(Number(it.value), 1) : say('day', decimal(Number(it.value)));
}

/** Each figure with what it was computed of. */
function figureTable(all) {
  const known = MAIN_FIGURES.map((name) => all.figures.find((it) => it.figure === name)).filter(Boolean);
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('figures') }, h('table', {},
    h('tbody', {}, known.map((it) => h('tr', {}, h('th', { scope: 'row' }, say(it.figure), h('div', { class: 'formula' }, language() === 'en' ? it.formula : '')),
      h('td', { class: 'number' }, h('strong', {}, figure(it)), h('div', { class: 'formula' }, it.value === null ? '' : `${decimal(Number(it.numerator), 0)} / ${decimal(Number(it.denominator), 0)}`)))))));
}

const INVOICE = { title: () => say('invoice'), cell: (it) => [it.invoice, h('span', { class: 'sub' }, it.customerName ?? it.customer)] };
const RISK = { title: () => say('probability'), cell: (it) => it.band ? [badge(it.band, percent(it.probabilityLate)), h('span', { class: 'unseen' }, say(it.band))] : '–' };
const DUE = { title: () => say('due'), kind: 'day', cell: (it) => [day(it.dueOn), h('span', { class: it.state === 'OPEN' && it.daysPastDue > 0 ? 'sub overdue' : 'sub' }, age(it))] };
const BALANCE = { title: () => say('balance'), kind: 'number', cell: (it) => money(it.balance, it.currency) };
const LATE = { title: () => say('expectedLate'), kind: 'number', cell: (it) => money(it.expectedLate, it.currency) };
const EXPECTED = { title: () => say('expected'), kind: 'day', cell: (it) => day(it.expectedOn) };
const WHY = { title: () => say('reasons'), kind: 'why', cell: (it) => (it.reasons ?? []).slice(0, 2).map((reason) => h('div', {}, reason.sentence)) };
const STATE = { title: () => say('state'), cell: (it) => h('span', { class: 'tags' }, badge(it.state), it.disputed && badge('MEDIUM', say('disputed')), it.onHold && badge('MEDIUM', say('onHold'))) };
const PAYABLE = { title: () => say('payable'), kind: 'number', cell: (it) => money(it.payable, it.currency) };

const bandFilter = () => ({ name: 'band', title: say('band'), choices: BANDS.slice(0, 4).map((it) => [it, say(it)]) });

/** How many contacts a day there is time for; where nobody has said, as many as one person makes. */
const capacity = () => Math.max(0, Math.trunc(Number(localStorage.getItem('capacity') ?? 25)) || 0);

async function worklist(parameters) {
  const all = await ask('overview', { days: 1 });
  if (!all.currency) return { elements: [heading(say('worklist')), nothing(say('emptyBook'), say('emptyBookHint'))], isLive: true };
  const currency = parameters.currency ?? all.currency;
  const expected = (code) => Number(all.currencies.find((it) => it.currency === code)?.expectedLate ?? 0);
  const isRanked = () => [null, 'expectedLate'].includes(new URLSearchParams(location.search).get('sort'));
  const { element, refresh, draw } = list({
    path: 'worklist', caption: say('worklist'), open: invoiceHref, empty: say('emptyWorklist'), parameters: { currency },
    columns: columnsOf(INVOICE, LATE, BALANCE, RISK, DUE, EXPECTED, WHY),
    filters: [{ name: 'currency', title: say('currency'), isNeeded: true, choices: all.currencies.map((it) => [it.currency, it.currency]) }, bandFilter(), { name: 'segment', title: say('segment') }, { name: 'entity', title: say('entity') }],
    sorts: [['expectedLate', say('expectedLate')], ['due', say('due')], ['balance', say('balance')], ['probability', say('probability')]],
    line: { at: () => isRanked() ? capacity() : 0, text: (above) => {
      const sum = above.reduce((part, it) => part + Number(it.expectedLate), 0);
      return say('capacityLine', count(above.length), money(sum, above[0].currency), percent(expected(above[0].currency) ? sum / expected(above[0].currency) : 0));
    } },
    ...(may('COLLECTOR') && { bulk: (picked) => bulkActions(picked, all.today), keys: { p: (it) => contact([it], all.today, 'PROMISE_TO_PAY'), c: (it) => contact([it], all.today, 'NO_ANSWER') } }),
  });
  await refresh();
  const capacityChoice = h('label', {}, h('span', {}, say('capacity')), h('input', { type: 'number', min: 0, max: 500, value: capacity(), onchange: (event) => { localStorage.setItem('capacity', event.target.value); draw(); } }));
  return { elements: [heading(say('worklist'), say('worklistLead'), capacityChoice), element, h('p', { class: 'crumb' }, say('keys'))], today: all.today };
}

async function invoices() {
  const { element, refresh } = list({
    path: 'invoices', caption: say('invoices'), open: invoiceHref, empty: say('emptyInvoices'),
    columns: columnsOf(INVOICE, STATE, { title: () => say('issued'), kind: 'day', cell: (it) => day(it.issuedOn) }, DUE, PAYABLE, BALANCE, RISK),
    filters: [{ name: 'number', title: say('number') }, { name: 'state', title: say('state'), choices: ['OPEN', 'SETTLED', 'WRITTEN_OFF', 'WITHDRAWN'].map((it) => [it, say(it)]) }, bandFilter()],
    sorts: [['issued', say('issued')], ['due', say('due')], ['balance', say('balance')], ['probability', say('probability')], ['expectedLate', say('expectedLate')]],
  });
  await refresh();
  return { elements: [heading(say('invoices')), element] };
}

/** A probability with its interval, on a line from 0 to 1. */
function range(low, value, high, name) {
  return h('div', { class: 'range' }, svg('svg', { viewBox: '0 0 100 12', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { x: low * 100, y: 3, width: Math.max(1, (high - low) * 100), height: 6, fill: colour(name), opacity: 0.35 }),
    svg('rect', { x: Math.max(0, value * 100 - 0.5), y: 0, width: 1, height: 12, fill: colour(name) })));
}

async function invoice({ customer, invoice: number }) {
  const all = await ask('invoice', { customer, invoice: number, lang: true });
  const it = all.invoice;
  const said = all.assessments.filter((one) => one.role !== 'SHADOW');
  const last = said.at(-1);
  const buckets = last && [['onTime', say('onTime')], ['days1To30', '1–30'], ['days31To60', '31–60'], ['days61To90', '61–90'], ['daysOver90', '90+']];
  return {
    isLive: true, title: it.invoice,
    elements: [
      h('div', { class: 'title' }, h('div', {}, h('p', { class: 'crumb' }, h('a', { href: '/invoices' }, say('invoices')), ' / ', h('a', { href: customerHref(it) }, it.customerName ?? it.customer)),
        h('h1', {}, it.invoice), h('p', { class: 'tags' }, badge(it.state), age(it), it.disputed && badge('MEDIUM', say('disputed')), it.onHold && badge('MEDIUM', say('onHold')), it.promisedOn && badge('LOW', say('promised', day(it.promisedOn))))),
        invoiceActions(it, all.today, openDispute(all.timeLine))),
      h('div', { class: 'grid' },
        tile(say('balance'), money(it.balance, it.currency), `${say('payable')}: ${money(it.payable, it.currency)}`),
        tile(say('due'), day(it.dueOn), `${say('issued')}: ${day(it.issuedOn)}`),
        tile(say('probability'), percent(it.probabilityLate), it.band ? `${say('band')}: ${say(it.band)}` : ''),
        tile(say('expectedPayment'), day(it.expectedOn), it.expectedEarliest ? say('interval', shortDay(it.expectedEarliest), shortDay(it.expectedLatest)) : ''),
        last ? card(say('assessment'), `${say('scoredOn', instant(last.recordedAt))} · ${say('model')}: ${scorer(last.model)}`,
          range(last.probabilityLow, last.probabilityLate, last.probabilityHigh, BAND_COLOURS[last.band]),
          h('p', { class: 'crumb' }, `${percent(last.probabilityLate)} · ${say('interval', percent(last.probabilityLow), percent(last.probabilityHigh))}`),
          h('ul', { class: 'reasons' }, last.reasons.map((reason) => h('li', {}, h('span', { class: `points ${reason.contribution > 0 ? 'late' : 'early'}` },
            h('span', { 'aria-hidden': 'true' }, `${reason.contribution > 0 ? '+' : '−'}${decimal(Math.abs(reason.contribution) * 100, 1)}`), h('span', { class: 'unseen' }, say(reason.contribution > 0 ? 'towardsLate' : 'towardsOnTime'))), h('span', {}, reason.sentence)))))
          : card(say('assessment'), null, h('p', { class: 'empty' }, say('notScored'))),
        last && card(say('buckets'), null, chart({ label: say('buckets'), categories: buckets.map(([, name]) => name), format: (value) => percent(value, 1), axis: (value) => percent(value), series: [{ name: say('probability'), values: buckets.map(([key]) => last[key]), colours: AGE_COLOURS }] })),
        sized('third', card(say('timeLine'), null, h('ol', { class: 'line' }, all.timeLine.map((event) => h('li', {}, h('strong', {}, say(event.kind)), event.amount && ` ${money(event.amount, event.currency)}`,
          event.kind !== 'OPENED' && event.balance !== null && h('span', { class: 'crumb' }, ` · ${say('balance')}: ${money(event.balance, event.currency)}`), h('div', { class: 'when' }, day(event.on))))))),
        sized('third', card(say('contacts'), null, outcomeLines(all.outcomes))),
        sized('third', card(say('outcome'), null, all.label ? h('p', { class: 'tags' }, badge(all.label.late), all.label.daysPastDue !== null && say('day', count(all.label.daysPastDue))) : h('p', { class: 'empty' }, badge('OPEN')),
          h('h2', {}, say('reminders')), all.reminders.length ? h('ul', { class: 'line' }, all.reminders.map((one) => h('li', {}, h('strong', {}, one.step), ' ', badge(one.state), one.arm === 'HOLDOUT' && badge('MEDIUM', say('HOLDOUT')), h('div', { class: 'when' }, `${day(one.on)} · ${one.channel.toLowerCase()}`)))) : h('p', { class: 'empty' }, say('noReminders')))),
        last && h('section', { class: 'card wide' }, h('details', {}, h('summary', {}, h('h2', { class: 'inline' }, say('features'))), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('features') },
          h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, say('feature')), h('th', { scope: 'col', class: 'number' }, say('value')))), h('tbody', {}, Object.entries(last.features).map(([name, value]) => h('tr', {}, h('th', { scope: 'row', class: 'mono' }, name), h('td', { class: 'number' }, typeof value === 'number' ? decimal(value, Number.isInteger(value) ? 0 : 3) : value)))))))))],
  };
}

/** The dispute that was opened last, if it has not ended. */
function openDispute(timeLine) {
  const ended = new Set(timeLine.filter((it) => it.kind === 'DISPUTE_ENDED').map((it) => it.detail.dispute));
  return timeLine.findLast((it) => it.kind === 'DISPUTED' && !ended.has(it.detail.dispute))?.detail.dispute;
}

async function customers() {
  const { element, refresh } = list({
    path: 'customers', caption: say('customers'), open: customerHref, empty: say('emptyCustomers'),
    columns: [
      { title: say('customer'), cell: (it) => [it.name ?? it.customer, it.name && h('span', { class: 'sub' }, it.customer)] },
      { title: say('segment'), cell: (it) => it.segment ?? '–' }, { title: say('country'), cell: (it) => it.country ?? '–' },
      { title: say('open'), kind: 'number', cell: (it) => it.balances.map((one) => h('div', {}, money(one.open, one.currency))) },
      { title: say('overdue'), kind: 'number', cell: (it) => it.balances.map((one) => h('div', {}, money(one.overdue, one.currency))) },
      { title: say('expectedLate'), kind: 'number', cell: (it) => it.balances.map((one) => h('div', {}, money(one.expectedLate, one.currency))) }],
    filters: [{ name: 'name', title: say('nameFilter') }, { name: 'segment', title: say('segment') }],
  });
  await refresh();
  return { elements: [heading(say('customers')), element] };
}

async function customer({ customer: id }) {
  const all = await ask('customer', { customer: id });
  const it = all.customer;
  const open = list({ path: 'invoices', caption: say('openItems'), open: invoiceHref, empty: say('emptyInvoices'), parameters: { customer: id, state: 'OPEN', sort: 'due' }, columns: columnsOf({ ...INVOICE, cell: (one) => one.invoice }, DUE, BALANCE, RISK, EXPECTED) });
  await open.refresh();
  return {
    title: it.name ?? it.customer,
    elements: [
      h('div', { class: 'title' }, h('div', {}, h('p', { class: 'crumb' }, h('a', { href: '/customers' }, say('customers'))), h('h1', {}, it.name ?? it.customer), it.name && h('p', {}, it.customer)), customerActions(it, all.today)),
      h('div', { class: 'grid' },
        it.balances.map((one) => [tile(`${say('open')} ${one.currency}`, money(one.open, one.currency, 'short'), say('openInvoices', count(it.openInvoices))), tile(`${say('overdue')} ${one.currency}`, money(one.overdue, one.currency, 'short'), ''), tile(`${say('expectedLate')} ${one.currency}`, money(one.expectedLate, one.currency, 'short'), say('expectedLateMeaning'))]),
        sized('two-thirds', card(say('behaviour'), say('behaviourHint'), all.months.length ? chart({ label: say('behaviour'), categories: all.months.map((one) => one.month.slice(0, 7)), format: (value) => say('day', decimal(value)), axis: (value) => decimal(value, 0), series: [{ name: say('behaviour'), values: all.months.map((one) => one.meanDaysPastDue), colours: all.months.map((one) => one.meanDaysPastDue > 0 ? 'chart-high' : 'chart-low') }] }) : h('p', { class: 'empty' }, '–'))),
        sized('third', card(say('facts'), null, facts([[say('segment'), it.segment], [say('country'), it.country], [say('industryCode'), it.industryCode], [say('registeredOn'), it.registeredOn && day(it.registeredOn)], [say('rating'), it.rating], [say('creditLimit'), it.creditLimit && money(it.creditLimit, it.creditLimitCurrency)], [say('languageOf'), it.language]]))),
        all.placed && sized('wide', card(say('placed'), say('placedHint'), facts(placedFacts(all.placed)), h('ul', {}, all.placed.reasons.map((one) => h('li', {}, reasonText(one)))))),
        h('h2', { class: 'card-title' }, say('openItems')), open.element,
        card(say('contacts'), null, outcomeLines(all.outcomes, (one) => one.invoice && [' ', link('/invoice', { customer: id, invoice: one.invoice }, one.invoice)])),
        card(say('latest'), null, h('ol', { class: 'line' }, all.latest.map((one) => h('li', {}, h('strong', {}, say(one.kind)), ' ', link('/invoice', { customer: id, invoice: one.invoice }, one.invoice), one.amount && ` ${money(one.amount, one.currency)}`, h('div', { class: 'when' }, day(one.on)))))))],
  };
}

async function reminders() {
  const { element, refresh } = list({
    path: 'reminders', caption: say('reminders'), open: customerHref, empty: say('noRemindersSuch'),
    columns: [
      { title: say('customer'), cell: (it) => [it.customerName ?? it.customer, it.customerName && h('span', { class: 'sub' }, it.customer)] },
      { title: say('day1'), kind: 'day', cell: (it) => day(it.on) }, { title: say('step'), cell: (it) => it.step },
      { title: say('channel'), cell: (it) => it.channel.toLowerCase() }, { title: say('invoices'), kind: 'number', cell: (it) => count(it.invoices) },
      { title: say('state'), cell: (it) => h('span', { class: 'tags' }, badge(it.state), it.arm === 'HOLDOUT' && badge('MEDIUM', say('HOLDOUT')), it.replayed && badge('', say('historyOnly'))) },
      { title: say('delivery'), cell: (it) => it.delivery ? say(`DELIVERY_${it.delivery}`) : '–' }],
    filters: [{ name: 'state', title: say('state'), choices: ['REQUESTED', 'CANCELLED', 'EXPIRED', 'UNDELIVERABLE', 'UNCONFIRMED'].map((it) => [it, say(it)]) }, { name: 'arm', title: say('arm'), choices: [['TREATED', say('TREATED')], ['HOLDOUT', say('HOLDOUT')]] }],
  });
  await refresh();
  return { elements: [heading(say('reminders'), say('remindersLead')), element] };
}

async function models() {
  const [decisions, health] = await Promise.all([ask('models', { limit: 50 }), ask('model-health')]);
  const champion = decisions.rows.find((it) => it.slot === 'CHAMPION');
  const rows = health.rows.filter((it) => it.window.startsWith('last'));
  const table = rows.length && h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('health') }, h('table', {},
    h('thead', {}, h('tr', {}, ['model', 'window', 'matured', 'lateShare', 'auc', 'brier', 'drift'].map((word, at) => h('th', { scope: 'col', class: at > 1 ? 'number' : null }, say(word))))),
    h('tbody', {}, rows.map((it) => h('tr', {}, h('th', { scope: 'row', class: 'mono' }, scorer(it.model)), h('td', {}, it.window), h('td', { class: 'number' }, count(it.figures.matured)),
      h('td', { class: 'number' }, percent(it.figures.measured?.lateShare)), h('td', { class: 'number' }, decimal(it.figures.measured?.auc, 3)), h('td', { class: 'number' }, decimal(it.figures.measured?.brier, 3)), h('td', { class: 'number' }, percent(it.driftedWeight)))))));
  return {
    isLive: true,
    elements: [heading(say('models')),
      decisions.rows.length === 0 ? nothing(say('noModels'), say('noModelsHint')) : h('div', { class: 'grid' },
        champion && sized('wide', card(say('inCharge'), say('sinceDate', instant(champion.effectiveFrom)), h('p', { class: 'big mono' }, scorer(champion.model)), h('ul', {}, champion.reasons.map((it) => h('li', {}, it))))),
        rows.length > 0 && sized('wide', card(say('health'), null, table)),
        sized('wide', card(say('decisions'), null, h('ol', { class: 'line' }, decisions.rows.map((it) => h('li', {}, h('span', { class: 'tags' }, badge(it.decision), h('strong', { class: 'mono' }, scorer(it.model)), h('span', { class: 'crumb' }, it.slot.toLowerCase())), h('div', {}, it.reasons.join('; ')), h('div', { class: 'when' }, `${instant(it.effectiveFrom)} · ${it.decidedBy} · ${say('evaluated', count(it.evaluatedRows))}`)))))))],
  };
}

async function data() {
  const [now, letters, refused] = await Promise.all([ask('freshness'), may('ADMIN') && ask('dead-letters', { limit: 50 }), ask('refused-records', { limit: 50 })]);
  return {
    isLive: true,
    elements: [heading(say('data')), h('div', { class: 'grid' },
      sized('wide', card(say('freshness'), null, h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('freshness') }, h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, say('topic')), h('th', { scope: 'col', class: 'number' }, say('lag')), h('th', { scope: 'col' }, say('since')))),
        h('tbody', {}, now.topics.map((it) => h('tr', {}, h('th', { scope: 'row', class: 'mono' }, it.topic), h('td', { class: 'number' }, it.lag ? say('records', count(it.lag)) : say('upToDate')), h('td', {}, instant(it.behindSince))))))))),
      letters && sized('wide', card(say('letters'), null, letters.rows.length === 0 ? h('p', { class: 'empty' }, say('noLetters')) : h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('letters') }, h('table', {}, h('thead', {}, h('tr', {}, ['reason', 'detail', 'place', 'failedAt'].map((it) => h('th', { scope: 'col' }, say(it))))),
        h('tbody', {}, letters.rows.map((it) => h('tr', {}, h('td', {}, badge('MEDIUM', it.reason.toLowerCase().replaceAll('_', ' '))), h('td', {}, it.detail), h('td', { class: 'mono' }, `${it.topic}/${it.partition}/${it.offset}`), h('td', { class: 'day' }, instant(it.failedAt))))))))),
      refused.rows.length > 0 && sized('wide', card(say('refusedRecords'), say('refusedRecordsHint'), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('refusedRecords') }, h('table', {}, h('thead', {}, h('tr', {}, ['reason', 'place', 'sentAt'].map((it) => h('th', { scope: 'col' }, say(it))))),
        h('tbody', {}, refused.rows.map((it) => h('tr', {}, h('td', {}, it.reason), h('td', { class: 'mono' }, `${it.topic}/${it.partition}/${it.offset}`), h('td', { class: 'day' }, instant(it.sentAt)))))))))) ],
  };
}

/** What each address shows; which topics make it be read again. */
export const pages = {
  '/': { title: 'overview', show: overview, topics: ['receivables', 'portfolio-days', 'invoice-risk'] },
  '/worklist': { title: 'worklist', show: worklist },
  '/invoices': { title: 'invoices', show: invoices },
  '/invoice': { title: 'invoice', show: invoice, topics: ['receivables', 'invoice-risk', 'reminders', 'collections-events'] },
  '/customers': { title: 'customers', show: customers },
  '/customer': { title: 'customer', show: customer },
  '/segments': { title: 'segments', show: segments },
  '/reserves': { title: 'reserves', show: reserves, topics: ['reserve-positions'] },
  '/cash': { title: 'cash', show: cash, topics: ['cash-forecasts'] },
  '/reminders': { title: 'reminders', show: reminders },
  '/outcomes': { title: 'outcomes', show: outcomes },
  '/models': { title: 'models', show: models, topics: ['model-releases', 'model-health'] },
  '/login': { title: 'logIn', show: login },
  '/data': { title: 'data', show: data },
};
