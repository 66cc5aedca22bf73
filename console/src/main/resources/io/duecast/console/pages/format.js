import { language, say } from './words.js';

const NOTHING = '–';

/** Amounts come as decimal texts and are shown from these: no digit is lost on the way. */
export function money(amount, currency, style) {
  if (amount === null || amount === undefined) return NOTHING;
  const whole = style === 'short';
  return new Intl.NumberFormat(language(), {
    style: currency ? 'currency' : 'decimal', currency: currency || undefined, currencyDisplay: 'code',
    ...(whole ? short(amount) : {}),
  }).format(amount);
}

/** An amount whose currency is said elsewhere. */
export function amount(value) {
  return value === null || value === undefined ? NOTHING : new Intl.NumberFormat(language(), { minimumFractionDigits: 2 }).format(value);
}

/** German has no short word for a thousand. */
function short(amount) {
  return language() === 'de' && Math.abs(amount) < 1e6
    ? { maximumFractionDigits: 0, minimumFractionDigits: 0 }
    : { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 };
}

export function count(value) {
  return value === null || value === undefined ? NOTHING : new Intl.NumberFormat(language()).format(value);
}

export function percent(value, digits = 0) {
  return value === null || value === undefined ? NOTHING
    : new Intl.NumberFormat(language(), { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

export function decimal(value, digits = 1) {
  return value === null || value === undefined ? NOTHING
    : new Intl.NumberFormat(language(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

export function day(text) {
  return text ? new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`)) : NOTHING;
}

export function shortDay(text) {
  return text ? new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`)) : NOTHING;
}

export function instant(text) {
  return text ? new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text)) : NOTHING;
}

/** How an invoice stands to its due date, in words. */
export function age(invoice) {
  const days = invoice.daysPastDue;
  if (days === null || days === undefined) return '';
  if (invoice.state === 'OPEN') {
    return days > 0 ? say('daysLate', count(days)) : days === 0 ? say('dueToday') : say('dueIn', count(-days));
  }
  if (invoice.state !== 'SETTLED') return '';
  return days > 0 ? say('settledLate', count(days)) : days < 0 ? say('settledEarly', count(-days)) : say('settledOnTime');
}

/** Who scored, as a person would call it. */
export function scorer(model) {
  return !model || model === 'baseline-1' ? say('rule') : model.slice(0, 12);
}
