const SYSTEM = matchMedia('(prefers-color-scheme: dark)');

export function isDark() {
  const chosen = localStorage.getItem('theme');
  return chosen ? chosen === 'dark' : SYSTEM.matches;
}

export function apply() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
}

export function toggle() {
  localStorage.setItem('theme', isDark() ? 'light' : 'dark');
  apply();
}

export function onChange(callback) {
  SYSTEM.addEventListener('change', () => { apply(); callback(); });
}

/** A colour of the style sheet. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
