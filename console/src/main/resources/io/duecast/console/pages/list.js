import { h, address } from './dom.js';
import { ask } from './api.js';
import { say } from './words.js';
import { failure, loading } from './states.js';

/**
 * A list with its filters in the address, so that it can be kept and sent on.
 *
 * @param columns [{ title, cell, kind }]
 * @param open where a row leads
 * @param bulk what can be done with rows that are picked: gives the elements that do it
 * @param line a line after so many rows: { at, text }, where text is given the rows above it
 * @param keys what a key does with the row that has the focus
 */
export function list({ path, caption, columns, filters = [], sorts = [], fixed = {}, empty, open, parameters, bulk, line, keys = {} }) {
  const body = h('tbody', {});
  const more = h('div', { class: 'more' });
  const holder = h('div', { class: 'list', onkeydown: pressed });
  const picked = new Map();
  const bar = h('div', { class: 'bulk', role: 'group', 'aria-label': caption, hidden: true });
  const rows = new WeakMap();
  let asking = new AbortController();
  const query = () => ({ ...Object.fromEntries(new URLSearchParams(location.search)), ...fixed });
  const asked = () => {
    const all = query();
    const known = [...filters.map((it) => it.name), 'sort', ...Object.keys(fixed)];
    return Object.fromEntries(Object.entries({ ...parameters, ...all }).filter(([name]) => known.includes(name) || name in (parameters ?? {})));
  };

  function row(it) {
    const target = open(it);
    const element = h('tr', { 'data-href': target }, bulk && h('td', { class: 'pick' }, pick(it, target)), columns.map((column, at) => {
      const content = column.cell(it);
      return h(at === 0 ? 'th' : 'td', { scope: at === 0 ? 'row' : null, class: column.kind, 'data-title': column.title },
        at === 0 ? h('a', { href: target, class: 'row-link' }, content) : content);
    }));
    rows.set(element, it);
    return element;
  }

  /** Where what can be done ends; nothing before so many rows are shown. */
  function draw() {
    body.querySelector('.capacity')?.remove();
    const shown = [...body.children];
    const at = line?.at();
    if (!at || shown.length < at) return;
    const above = shown.slice(0, at).map((it) => rows.get(it));
    shown[at - 1].after(h('tr', { class: 'capacity' }, h('td', { colspan: columns.length + (bulk ? 1 : 0) }, line.text(above))));
  }

  function pick(it, target) {
    return h('input', { type: 'checkbox', 'aria-label': say('selectRow', it.invoice), onchange: (event) => {
      if (event.target.checked) picked.set(target, it);
      else picked.delete(target);
      tellPicked();
    } });
  }

  const everything = bulk && h('input', { type: 'checkbox', 'aria-label': say('selectAll'), onchange: (event) => {
    for (const box of body.querySelectorAll('.pick input')) if (box.checked !== event.target.checked) box.click();
  } });

  function tellPicked() {
    bar.hidden = picked.size === 0;
    bar.replaceChildren(...(picked.size === 0 ? [] : bulk([...picked.values()])));
  }

  function pressed(event) {
    const at = event.target.closest('tr');
    if (!rows.has(at) || event.target.closest('input') || event.metaKey || event.ctrlKey || event.altKey) return;
    if (bulk && event.key === 'x') at.querySelector('.pick input').click();
    else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key](rows.get(at));
    }
  }

  /** A part of the list; nothing if another question was asked in the meantime. */
  async function load(after) {
    const mine = asking;
    const answer = await ask(path, { ...asked(), after, limit: 50, lang: true }, mine.signal);
    if (mine !== asking) return undefined;
    if (!after) {
      body.replaceChildren();
      picked.clear();
      if (everything) everything.checked = false;
      if (bulk) tellPicked();
    }
    body.append(...answer.rows.map(row));
    draw();
    more.replaceChildren();
    if (answer.next) {
      more.append(h('button', { type: 'button', class: 'button', onclick: (event) => { event.target.disabled = true; load(answer.next).catch(show); } }, say('more')));
    }
    return answer;
  }

  function show(error) {
    if (error.name !== 'AbortError') holder.replaceChildren(failure(error, refresh));
  }

  /** Asks anew; the answer to an older question no longer counts. */
  async function refresh() {
    asking.abort();
    asking = new AbortController();
    holder.setAttribute('aria-busy', 'true');
    const mine = asking;
    try {
      const answer = await load();
      if (!answer) return;
      holder.replaceChildren(...(answer.rows.length === 0 && empty ? [h('p', { class: 'empty' }, empty)] : [
        h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
          h('table', { class: 'rows' }, h('caption', { class: 'unseen' }, caption),
            h('thead', {}, h('tr', {}, bulk && h('th', { scope: 'col', class: 'pick' }, everything), columns.map((it) => h('th', { scope: 'col', class: it.kind }, it.title)))), body)),
        more]));
    } catch (error) {
      if (mine === asking) show(error);
    } finally {
      if (mine === asking) holder.setAttribute('aria-busy', 'false');
    }
  }

  function change(name, value) {
    const next = new URLSearchParams(location.search);
    if (value) next.set(name, value);
    else next.delete(name);
    history.replaceState(null, '', address(location.pathname, Object.fromEntries(next)));
    exports.replaceChildren(...links());
    refresh();
  }

  const links = () => ['csv', 'xlsx'].map((format) => h('a', { class: 'button quiet', href: address(`/api/v1/${path}`, { ...asked(), lang: undefined, format }), download: true }, `${say('export')} ${format.toUpperCase()}`));
  const exports = h('div', { class: 'exports' }, links());
  const choices = h('form', { class: 'filters', 'aria-label': say('filter'), onsubmit: (event) => event.preventDefault() },
    filters.map((it) => h('label', {}, h('span', {}, it.title), control(it))),
    sorts.length > 1 && h('label', {}, h('span', {}, say('sort')), select('sort', sorts, query().sort)),
    exports);

  function control(it) {
    if (it.choices) return select(it.name, it.isNeeded ? it.choices : [['', say('all')], ...it.choices], asked()[it.name]);
    let waiting;
    return h('input', { type: 'search', value: query()[it.name] ?? '', autocomplete: 'off', oninput: (event) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => change(it.name, event.target.value), 250);
    } });
  }

  function select(name, choices, chosen) {
    return h('select', { onchange: (event) => change(name, event.target.value) },
      choices.map(([value, title]) => h('option', { value, selected: value === (chosen ?? choices[0][0]) }, title)));
  }

  holder.append(loading());
  return { draw, element: h('section', { class: 'card wide' }, (filters.length > 0 || sorts.length > 1) && choices, bar, holder), refresh };
}
