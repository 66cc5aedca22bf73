import { address, h } from './dom.js';
import { say } from './words.js';

export const badge = (word, ...text) => h('span', { class: `badge ${word}` }, text.length ? text : say(word));
export const card = (title, hint, ...content) => h('section', { class: 'card' }, h('h2', {}, title), hint && h('p', { class: 'hint' }, hint), content);
export const sized = (size, element) => { element.classList.add(...size.split(' ')); return element; };
export const heading = (title, lead, ...aside) => h('div', { class: 'title' }, h('div', {}, h('h1', {}, title), lead && h('p', {}, lead)), h('div', { class: 'choices' }, aside));
export const tile = (label, value, sub) => h('section', { class: 'card quarter tile' }, h('div', { class: 'label' }, label), h('div', { class: 'big' }, value), h('div', { class: 'sub' }, sub ?? ''));
export const facts = (pairs) => h('dl', { class: 'facts' }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
export const invoiceHref = (it) => address('/invoice', { customer: it.customer, invoice: it.invoice });
export const customerHref = (it) => address('/customer', { customer: it.customer });

/** A choice that is part of the address. */
export function choice(label, name, options, chosen) {
  return h('label', {}, h('span', {}, label), h('select', { onchange: (event) => {
    const next = { ...Object.fromEntries(new URLSearchParams(location.search)), [name]: event.target.value };
    history.pushState(null, '', address(location.pathname, next));
    dispatchEvent(new PopStateEvent('popstate'));
  } }, options.map(([value, title]) => h('option', { value, selected: String(value) === String(chosen) }, title))));
}

/** Columns with their titles in the language of the moment. */
export const columnsOf = (...columns) => columns.map((it) => ({ ...it, title: it.title() }));

/** A plain table in a frame that scrolls; the first cell of a row is its head. */
export function table(label, heads, rows, foot) {
  const row = (cells, tag = 'td') => h('tr', {}, cells.map((cell, at) => h(at === 0 ? 'th' : tag, { scope: at === 0 ? 'row' : null, class: heads[at].kind ?? null }, cell)));
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, h('table', {},
    h('thead', {}, h('tr', {}, heads.map((it) => h('th', { scope: 'col', class: it.kind ?? null }, it.title)))),
    h('tbody', {}, rows.map((cells) => row(cells))), foot && h('tfoot', {}, row(foot))));
}
