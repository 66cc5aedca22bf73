import { ask } from './api.js';
import { forget } from './chart.js';
import { h } from './dom.js';
import { day, instant, count } from './format.js';
import { isOutside, know, LOGIN, logOut, toLogin, user } from './me.js';
import { listen } from './moves.js';
import { pages } from './pages.js';
import { failure, loading, nothing } from './states.js';
import * as theme from './theme.js';
import { choose, language, say } from './words.js';

const MAIN = document.getElementById('main');
const NOTICE = document.getElementById('notice');
const LINKS = [['/', 'overview'], ['/worklist', 'worklist'], ['/invoices', 'invoices'], ['/customers', 'customers'], ['/segments', 'segments'], ['/cash', 'cash'], ['/reserves', 'reserves'], ['/reminders', 'reminders'], ['/outcomes', 'outcomes'], ['/models', 'models'], ['/data', 'data']];
const PARENTS = { '/invoice': '/invoices', '/customer': '/customers' };

let shown;
let turn = 0;
let isHeard = true;
let isStale = false;
let waiting;

function frame(today) {
  const here = PARENTS[location.pathname] ?? location.pathname;
  document.getElementById('skip').textContent = say('skip');
  const nav = document.getElementById('nav');
  nav.setAttribute('aria-label', say('main'));
  nav.replaceChildren(...(isOutside() ? [] : LINKS).map(([path, word]) => h('a', { href: path, 'aria-current': path === here ? 'page' : null }, say(word))));
  document.getElementById('tools').replaceChildren(...[
    h('span', { class: 'today crumb' }, today ? say('today', day(today)) : ''),
    user() && h('span', { class: 'crumb who' }, user()), user() && h('button', { type: 'button', class: 'button quiet', onclick: logOut }, say('logOut')),
    h('button', { type: 'button', class: 'button quiet', 'aria-label': say('languageLabel'), onclick: () => { choose(language() === 'de' ? 'en' : 'de'); show(); } }, language() === 'de' ? 'EN' : 'DE'),
    h('button', { type: 'button', class: 'button quiet', 'aria-label': say('themeLabel'), onclick: () => { theme.toggle(); show(); } }, theme.isDark() ? say('light') : say('dark'))].filter(Boolean));
}

/** Shows the page of the address. */
async function show({ isMove = false } = {}) {
  const mine = ++turn;
  const page = pages[location.pathname];
  const parameters = Object.fromEntries(new URLSearchParams(location.search));
  frame();
  if (!page) {
    MAIN.replaceChildren(nothing(say('notFound'), h('a', { href: '/' }, say('back'))));
    return;
  }
  if (!isMove) MAIN.replaceChildren(h('h1', {}, say(page.title)), loading());
  MAIN.setAttribute('aria-busy', 'true');
  try {
    const next = await page.show(parameters);
    if (mine !== turn) return;
    forget();
    shown = { ...next, topics: page.topics };
    document.title = `${next.title ?? say(page.title)} · Duecast`;
    MAIN.replaceChildren(...next.elements);
    if (next.today) frame(next.today);
  } catch (error) {
    if (mine !== turn) return;
    MAIN.replaceChildren(h('h1', {}, say(page.title)), failure(error, () => show()));
  } finally {
    if (mine === turn) MAIN.setAttribute('aria-busy', 'false');
  }
}

/** Goes to another page without loading the document again. */
function go(href) {
  history.pushState(null, '', href);
  show().then(() => { MAIN.focus({ preventScroll: true }); scrollTo(0, 0); });
}

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const anchor = event.target.closest('a[href^="/"]');
  const row = event.target.closest('tr[data-href]');
  const href = anchor ? anchor.getAttribute('href') : !event.target.closest('a, button, summary, input, select') && row?.dataset.href;
  if (!href || href.startsWith('/api/') || anchor?.hasAttribute('download')) return;
  event.preventDefault();
  go(href);
});

document.addEventListener('keydown', (event) => {
  if (event.target.closest('input, select, textarea') || event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key !== 'j' && event.key !== 'k') return;
  const rows = [...document.querySelectorAll('.row-link')];
  if (rows.length === 0) return;
  const at = rows.indexOf(document.activeElement);
  rows[Math.min(rows.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))].focus();
});

addEventListener('popstate', () => show());
addEventListener('recorded', () => show({ isMove: true }).then(() => MAIN.focus({ preventScroll: true })));

/** Lists keep their place: only pages that are small are read again by themselves; those that nobody sees, when they are seen. */
function moved(topics) {
  if (topics && shown?.topics && !shown.topics.some((it) => topics.has(it))) return;
  if (document.hidden) isStale = true;
  else if (shown?.isLive) showAgain();
}

/** Soon, and not while somebody uses what is shown. */
function showAgain() {
  waiting ??= setTimeout(() => {
    waiting = undefined;
    if (!shown?.isLive) return; // somebody has gone on to a list, which keeps its place
    if (document.querySelector('details[open], dialog[open]') || MAIN.contains(document.activeElement.closest('input, select, button, textarea'))) showAgain();
    else show({ isMove: true });
  }, 1000);
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  watch();
  if (isStale) moved(null);
  isStale = false;
});

async function watch() {
  if (document.hidden) return;
  try {
    const now = await ask('freshness');
    const slowest = now.topics.filter((it) => it.behindSince && it.lag > 1000).sort((a, b) => b.lag - a.lag)[0];
    NOTICE.textContent = now.standing !== 'READY' ? say('stale', now.detail, instant(now.since))
      : slowest ? say('stale', say('behind', count(slowest.lag)), instant(slowest.behindSince)) : '';
  } catch {
    NOTICE.textContent = say('offline');
  }
}

theme.apply();
theme.onChange(() => show());
choose(language());
addEventListener('outside', () => { if (location.pathname !== LOGIN && !document.querySelector('dialog[open]')) toLogin(); });
begin();

async function begin() {
  await know().catch(() => {}); // the page itself says that the console does not answer
  if (isOutside() && location.pathname !== LOGIN) return toLogin();
  show();
  if (isOutside()) return;
  listen(moved, (heard) => { if (heard !== isHeard) watch(); isHeard = heard; });
  setInterval(watch, 5000);
  watch();
}
