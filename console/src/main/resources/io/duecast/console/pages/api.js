import { language } from './words.js';

/** An answer of the API, or an error that says why there is none. */
export async function ask(path, parameters, signal) {
  const query = new URLSearchParams(Object.entries({ ...parameters, lang: undefined }).filter(([, value]) => value !== undefined && value !== null && value !== ''));
  if (parameters?.lang) query.set('lang', language());
  const response = await fetch(`/api/v1/${path}${query.size ? `?${query}` : ''}`, { signal });
  return answerOf(response);
}

/** Puts something on the log; said again under the same key it counts once. */
export async function tell(path, body, key) {
  return send('POST', path, body, { 'Idempotency-Key': key });
}

export async function send(method, path, body, headers) {
  return answerOf(await fetch(`/api/v1/${path}`, { method, headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) }, body: body && JSON.stringify(body) }));
}

async function answerOf(response) {
  if (!response.ok) {
    if (response.status === 401) dispatchEvent(new Event('outside'));
    const problem = await response.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail ?? problem.title ?? response.statusText), { status: response.status });
  }
  return response.json();
}
