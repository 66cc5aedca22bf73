import { ask, tell } from './api.js';
import { h } from './dom.js';
import { count, day, money, percent } from './format.js';
import { may, user } from './me.js';
import { say } from './words.js';

const ABOUT_INVOICE = ['PROMISE_TO_PAY', 'DISPUTED', 'PAID_CONFIRMED', 'NO_ANSWER', 'WRONG_CONTACT', 'REFUSED', 'INSOLVENT', 'OTHER'];
const ABOUT_CUSTOMER = ABOUT_INVOICE.slice(2);
const ABOUT_MANY = ABOUT_INVOICE.filter((it) => it !== 'DISPUTED');
const CHANNELS = ['phone', 'mail', 'letter', 'visit'];
const BACK_WITHIN_MS = 10_000;

const SAID = document.getElementById('said');

/** What a collector can do about an invoice: judge its score with one click, record a contact with two. */
export function invoiceActions(it, today, dispute) {
  if (!may('COLLECTOR')) return null;
  const isOpen = it.state === 'OPEN';
  return h('div', { class: 'actions', role: 'group', 'aria-label': say('record') },
    isJudgeable(it) && [verdictButton(it, true), verdictButton(it, false)],
    isOpen && h('button', { type: 'button', class: 'button', onclick: () => contact([it], today, 'PROMISE_TO_PAY') }, say('recordPromise')),
    isOpen && !it.disputed && h('button', { type: 'button', class: 'button', onclick: () => contact([it], today, 'DISPUTED') }, say('recordDispute')),
    isOpen && it.disputed && dispute && h('button', { type: 'button', class: 'button', onclick: () => contact([it], today, 'OTHER', dispute) }, say('endDispute')),
    h('button', { type: 'button', class: 'button', onclick: () => contact([it], today, 'NO_ANSWER') }, say('recordContact')));
}

/** What can be done with several at once. */
export function bulkActions(picked, today) {
  const sum = picked.reduce((all, it) => all + Number(it.balance), 0);
  const button = (word, action) => h('button', { type: 'button', class: 'button', onclick: action }, say(word));
  const judgeAll = (agrees) => judge(picked, agrees).catch((error) => announce(error.message));
  return [h('strong', {}, say('selectedInvoices', count(picked.length), money(sum, picked[0].currency))),
    button('recordContact', () => contact(picked, today, 'NO_ANSWER')),
    picked.every(isJudgeable) && button('agree', () => judgeAll(true)), picked.every(isJudgeable) && button('disagree', () => judgeAll(false))].filter(Boolean);
}

export function customerActions(it, today) {
  if (!may('COLLECTOR')) return null;
  return h('div', { class: 'actions', role: 'group', 'aria-label': say('record') },
    h('button', { type: 'button', class: 'button', onclick: () => contact([{ customer: it.customer, customerName: it.name }], today, 'NO_ANSWER') }, say('recordContact')));
}

/** Later than that whether it is late is known. */
const isJudgeable = (it) => it.assessment && it.state === 'OPEN' && it.daysPastDue <= 0;

function verdictButton(it, agrees) {
  return h('button', { type: 'button', class: 'button', onclick: (event) => {
    event.target.disabled = true;
    judge([it], agrees).catch((error) => { event.target.disabled = false; announce(error.message); });
  } }, say(agrees ? 'agree' : 'disagree'));
}

/** Says of each whether its score is right. */
export async function judge(all, agrees) {
  await recordAll(all.filter(isJudgeable).map((it) => ({
    key: crypto.randomUUID(), body: { customer: it.customer, invoice: it.invoice, outcome: 'REVIEWED', agent: agent(), verdict: { assessment: it.assessment, agrees } },
  })));
}

/** Asks what came of a contact about one or several invoices, or about a customer. */
export function contact(all, businessDay, first, dispute) {
  const today = businessDay ?? new Date().toISOString().slice(0, 10);
  const one = all.length === 1 ? all[0] : undefined;
  const kinds = !one ? ABOUT_MANY : one.invoice ? ABOUT_INVOICE.filter((it) => (it !== 'PROMISE_TO_PAY' && it !== 'DISPUTED') || one.state === 'OPEN') : ABOUT_CUSTOMER;
  const keys = all.map(() => crypto.randomUUID());
  const field = (name, title, control) => h('label', { 'data-field': name }, h('span', {}, title), control);
  const input = (name, props) => h('input', { name, autocomplete: 'off', ...props });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const amount = { inputmode: 'decimal', pattern: amountPattern(one?.currency), title: say('amountHint') };
  const amountHint = one?.currency ? `${say('ofOpenAmount', money(one.balance, one.currency))}` : '';
  const kind = h('select', { name: 'outcome', onchange: () => fit() }, kinds.map((it) => h('option', { value: it, selected: it === first }, say(`OUTCOME_${it}`))));
  const promise = h('div', { class: 'fields' },
    field('promisedOn', say('promisedOn'), input('promisedOn', { type: 'date', value: later(today, 7), min: today, required: true })),
    one && field('promised', say('promisedAmount'), input('promised', { ...amount, placeholder: amountHint })));
  const disputed = h('div', { class: 'fields' },
    field('reason', say('disputeReason'), input('reason', { maxlength: 64 })),
    field('disputed', say('disputedAmount'), input('disputed', { ...amount, placeholder: say('wholeInvoice') })));
  const ended = h('div', { class: 'fields' }, field('resolution', say('resolution'), input('resolution', { maxlength: 64 })));
  const send = h('button', { class: 'button main', type: 'submit' }, say('record'));
  const form = h('form', { onsubmit: submit },
    h('h2', { id: 'dialog-title' }, dispute ? say('endDispute') : say('contactOf', one ? one.invoice ?? one.customerName ?? one.customer : say('severalInvoices', all.length))),
    one?.invoice && h('p', { class: 'crumb' }, [one.customerName ?? one.customer, one.balance && money(one.balance, one.currency), one.dueOn && `${say('due')}: ${day(one.dueOn)}`, one.probabilityLate !== null && one.probabilityLate !== undefined && `${say('probability')}: ${percent(one.probabilityLate)}`].filter(Boolean).join(' · ')),
    h('div', { class: 'fields' }, field('outcome', say('outcomeOf'), kind), field('channel', say('channel'), h('select', { name: 'channel' }, CHANNELS.map((it) => h('option', { value: it }, say(`CHANNEL_${it}`))))), field('contactedOn', say('contactedOn'), input('contactedOn', { type: 'date', value: today, max: today, required: true })), !user() && field('agent', say('agent'), input('agent', { value: agent() ?? '', maxlength: 64, pattern: '[^\\s<>]*' }))),
    promise, disputed, dispute && ended, problem,
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', onclick: () => dialog.close() }, say('cancel')), send));
  const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title', onclose: () => { dialog.remove(); origin?.focus?.(); } }, form);
  const origin = document.activeElement;

  function fit() {
    for (const [part, isShown] of [[promise, kind.value === 'PROMISE_TO_PAY'], [disputed, kind.value === 'DISPUTED' && !one?.disputed]]) {
      part.hidden = !isShown;
      part.querySelectorAll('input').forEach((it) => { it.disabled = !isShown; });
    }
  }

  function body(it) {
    const told = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim() || undefined]));
    if (!user()) remember(told.agent);
    return {
      customer: it.customer, invoice: it.invoice, outcome: told.outcome, channel: told.channel, contactedOn: told.contactedOn, agent: told.agent,
      promise: told.outcome === 'PROMISE_TO_PAY' ? { on: told.promisedOn, amount: decimal(told.promised) } : undefined,
      dispute: told.outcome === 'DISPUTED' && !it.disputed ? { reason: told.reason, amount: decimal(told.disputed) } : undefined,
      disputeEnd: dispute ? { dispute, resolution: told.resolution } : undefined,
    };
  }

  async function submit(event) {
    event.preventDefault();
    send.disabled = true;
    problem.textContent = '';
    try {
      await recordAll(all.map((it, at) => ({ key: keys[at], body: body(it) })), () => dialog.close());
    } catch (error) {
      problem.textContent = error.message;
      send.disabled = false;
    }
  }

  document.body.append(dialog);
  fit();
  dialog.showModal();
  kind.focus();
}

/** Puts them on the log, one after the other, and waits until the last has come back from there. The same key counts once. */
async function recordAll(all, whenSaid) {
  let last;
  for (const { key, body } of all) last = await tell('outcomes', body, key);
  if (!last) return;
  whenSaid?.();
  announce(say('recorded'));
  announce(await isBack(last.event) ? say('recordedBack') : say('recordedLater'));
  dispatchEvent(new Event('recorded'));
}

async function isBack(event) {
  const until = performance.now() + BACK_WITHIN_MS;
  while (performance.now() < until) {
    if ((await ask('outcomes', { event })).rows.length > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return false;
}

let fading;

export function announce(text) {
  SAID.textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => { SAID.textContent = ''; }, 8000);
}

/** An amount without marks between thousands: 1.250 would be read as one thing here and as another there. */
function amountPattern(currency) {
  const digits = currency ? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits : 2;
  return digits === 0 ? '[0-9]+' : `[0-9]+([.,][0-9]{1,${digits}})?`;
}

const decimal = (text) => text?.replace(',', '.');
const agent = () => user() ? undefined : localStorage.getItem('agent') ?? undefined;

function remember(name) {
  if (name) localStorage.setItem('agent', name);
  else localStorage.removeItem('agent');
}

function later(text, days) {
  const at = new Date(`${text}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** What was recorded, as a line of time. */
export function outcomeLines(all, about) {
  if (all.length === 0) return h('p', { class: 'empty' }, say('noOutcomes'));
  return h('ol', { class: 'line' }, all.map((it) => h('li', {}, h('strong', {}, it.outcome === 'REVIEWED' ? say(it.agrees ? 'agreed' : 'disagreed') : say(`OUTCOME_${it.outcome}`)),
    about?.(it), it.promisedOn && ` · ${say('promised', day(it.promisedOn))}`, it.promised && ` · ${money(it.promised, it.currency)}`,
    it.outcome !== 'REVIEWED' && it.agrees !== null && ` · ${say(it.agrees ? 'agreed' : 'disagreed')}`,
    h('div', { class: 'when' }, [day(it.contactedOn), it.channel && say(`CHANNEL_${it.channel}`), it.agent].filter(Boolean).join(' · ')))));
}
