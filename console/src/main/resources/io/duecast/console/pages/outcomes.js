import { ask } from './api.js';
import { h } from './dom.js';
import { count, day, money, percent, scorer } from './format.js';
import { list } from './list.js';
import { may } from './me.js';
import { badge, card, customerHref, heading, invoiceHref, sized, table } from './parts.js';
import { say } from './words.js';

const heads = (first) => [{ title: first }, ...['verdictsGiven', 'decided', 'bothRight', 'collectorRight', 'modelRight'].map((word) => ({ title: say(word), kind: 'number' }))];

/** What collectors recorded, and who was right where they judged a score. */
export async function outcomes() {
  const verdicts = may('CONTROLLER') && await ask('verdicts');
  const { element, refresh } = list({
    path: 'outcomes', caption: say('outcomes'), open: (it) => it.invoice ? invoiceHref(it) : customerHref(it), empty: say('noOutcomes'),
    columns: [
      { title: say('invoice'), cell: (it) => [it.invoice ?? say('customer'), h('span', { class: 'sub' }, it.customerName ?? it.customer)] },
      { title: say('day1'), kind: 'day', cell: (it) => day(it.contactedOn) },
      { title: say('outcomeOf'), cell: (it) => [it.outcome === 'REVIEWED' ? '–' : say(`OUTCOME_${it.outcome}`), it.promisedOn && h('span', { class: 'sub' }, [say('promised', day(it.promisedOn)), it.promised && money(it.promised, it.currency)].filter(Boolean).join(' · '))] },
      { title: say('verdict'), cell: (it) => it.agrees === null ? '–' : badge(it.agrees ? 'LOW' : 'MEDIUM', say(it.agrees ? 'agreed' : 'disagreed')) },
      { title: say('channel'), cell: (it) => it.channel ? say(`CHANNEL_${it.channel}`) : '–' }, { title: say('agent'), cell: (it) => it.agent ?? '–' }],
    filters: [{ name: 'outcome', title: say('outcomeOf'), choices: ['PROMISE_TO_PAY', 'DISPUTED', 'PAID_CONFIRMED', 'NO_ANSWER', 'WRONG_CONTACT', 'REFUSED', 'INSOLVENT', 'OTHER', 'REVIEWED'].map((it) => [it, say(`OUTCOME_${it}`)]) }, { name: 'agent', title: say('agent') }],
  });
  await refresh();
  return { elements: [heading(say('outcomes'), say('outcomesLead')), h('div', { class: 'grid' }, verdicts && sized('wide', whoWasRight(verdicts)), element)] };
}

function whoWasRight({ total, byBand, byAgent, byModel }) {
  const share = (part, whole) => whole === 0 ? '–' : `${count(part)} / ${count(whole)} (${percent(part / whole)})`;
  const row = (name, it) => [name, count(it.verdicts), count(it.decided), share(it.bothRight, it.agreed), share(it.collectorRight, it.disagreed), share(it.modelRight, it.disagreed)];
  const part = (title, first, rows) => rows.length > 0 && [h('h3', {}, title), table(title, heads(first), rows)];
  return card(say('whoWasRight'), say('whoWasRightHint'), total.verdicts === 0 ? h('p', { class: 'empty' }, say('noVerdicts')) : [
    table(say('whoWasRight'), heads(say('verdict')), [row(say('total'), total)]),
    part(say('byBand'), say('band'), byBand.map((it) => row(say(it.band), it))), part(say('byAgent'), say('agent'), byAgent.map((it) => row(it.agent ?? '–', it))),
    byModel.length > 1 && part(say('byModel'), say('model'), byModel.map((it) => row(scorer(it.model), it)))]);
}
