import { h } from './dom.js';
import { say } from './words.js';

export function loading() {
  return h('div', { class: 'skeleton', role: 'status' }, h('span', { class: 'unseen' }, say('loading')), h('i', {}), h('i', {}), h('i', {}));
}

export function failure(error, again) {
  return h('div', { class: 'failure', role: 'alert' }, h('h2', {}, say('failed')), h('p', {}, error.message),
    again && h('button', { type: 'button', class: 'button', onclick: again }, say('retry')));
}

export function nothing(title, hint) {
  return h('div', { class: 'card empty-page' }, h('h2', {}, title), h('p', {}, hint));
}
