import { ask, send } from './api.js';
import { h } from './dom.js';
import { heading } from './parts.js';
import { say } from './words.js';

export const LOGIN = '/login';
let me = { login: false, user: null, role: null, may: [] };

/** Asks who is here. */
export async function know() {
  me = await ask('session');
}

/** Whether whoever is here may do what a role may. */
export const may = (role) => me.may.includes(role);
export const user = () => me.user;
export const isOutside = () => me.login && !me.user;

/** Where somebody logs in who then wants to be here. */
export const toLogin = () => location.replace(`${LOGIN}?${new URLSearchParams({ next: location.pathname + location.search })}`);

/** Never to another site, whatever the address says. */
function wanted(next) {
  const to = new URL(next ?? '/', location.origin);
  return to.origin === location.origin && to.pathname !== LOGIN ? to.pathname + to.search : '/';
}

export async function logOut() {
  await send('DELETE', 'session');
  location.replace(LOGIN);
}

/** The page that asks for name and password. */
export async function login({ next }) {
  if (!isOutside()) {
    location.replace(wanted(next));
    return { elements: [heading(say('logIn'))] };
  }
  const problem = h('p', { class: 'problem', role: 'alert' });
  const button = h('button', { class: 'button main', type: 'submit' }, say('logIn'));
  const field = (name, type, autocomplete) => h('label', {}, h('span', {}, say(name)), h('input', { name, type, autocomplete, required: true, autocapitalize: 'none', spellcheck: 'false', autofocus: name === 'userName' }));
  const form = h('form', { class: 'card login', onsubmit: async (event) => {
    event.preventDefault();
    button.disabled = true;
    problem.textContent = '';
    const told = new FormData(form);
    try {
      await send('POST', 'session', { name: told.get('userName'), password: told.get('password') });
      location.replace(wanted(next));
    } catch (error) {
      problem.textContent = say(error.status === 401 ? 'wrongPassword' : error.status === 429 ? 'tooManyAttempts' : 'loginFailed');
      button.disabled = false;
      form.elements.password.select();
    }
  } }, h('h1', {}, say('logIn')), field('userName', 'text', 'username'), field('password', 'password', 'current-password'), problem, button);
  return { elements: [form] };
}
