// Keeps what stood in a form that met the door instead of its page: the session had ended, or another one
// had begun, and all that was typed would be lost. It is kept as a reply is (draft.js): by this tab alone,
// for its writer, for ten hours at most. It goes when the form is back before its writer.
// The same words are also sent once only, however hastily a button is tapped.
'use strict';

const FORM = 'formulir';
const HOURS = 10 * 60 * 60 * 1000;
const AGAIN = 5000;

// What was last sent of each form, and when: with other words it may go at once, as when lists are fetched.
const sent = new WeakMap();

function typed() {
  try { return JSON.parse(sessionStorage.getItem(FORM)); } catch { return null; }
}

function remember(form) {
  if (form) sessionStorage.setItem(FORM, JSON.stringify(form));
  else sessionStorage.removeItem(FORM);
}

// What a person put in; not what the page holds for itself, no file and no password.
function fields(form) {
  return [...form.elements].filter((field) => field.name && field.matches('textarea, select, input:not([type])'));
}

function back(form) {
  const there = [...document.querySelectorAll('form[data-kept]')]
    .find((one) => one.dataset.kept === form.page && one.getAttribute('action') === form.action);
  if (there) {
    fields(there).forEach((field) => { if (field.name in form.values) field.value = form.values[field.name]; });
    remember(null);
    return;
  }
  const told = document.createElement('p');
  const link = document.createElement('a');
  link.href = form.page;
  link.textContent = 'Buka halamannya';
  told.className = 'card bad';
  told.setAttribute('role', 'status');
  told.append('Yang Anda tulis belum tersimpan, dan masih ada. ', link);
  document.querySelector('main h1')?.after(told);
}

// Whether the page is not what the form was sent for: the door, a refusal, or one that a browser went back
// to because no page of ours came.
function met(who) {
  const came = performance.getEntriesByType('navigation')[0];
  return !who || document.querySelector('[data-refused]') || (came && came.type === 'back_forward');
}

document.addEventListener('DOMContentLoaded', () => {
  const who = document.body.dataset.officer;
  const form = typed();
  if (form && met(who)) remember({ ...form, lost: true });
  else if (form && !form.lost) remember(null);
  if (form && who && (form.who !== who || Date.now() - form.at > HOURS)) remember(null);
  if (who && typed()) back(typed());
  document.querySelector('form[action="/console/keluar"]')?.addEventListener('submit', () => remember(null));
});

document.addEventListener('submit', (e) => {
  const form = e.target;
  const button = e.submitter ? e.submitter.formAction + ' ' + e.submitter.value + ' ' : '';
  const what = button + new URLSearchParams(new FormData(form));
  const before = sent.get(form);
  if (before && before.what === what && Date.now() - before.at < AGAIN) { e.preventDefault(); return; }
  sent.set(form, { what, at: Date.now() });
  if (form.dataset.kept) {
    const values = Object.fromEntries(fields(form).map((field) => [field.name, field.value]));
    const who = document.body.dataset.officer;
    remember({ who, page: form.dataset.kept, action: form.getAttribute('action'), values, at: Date.now() });
  }
});

// Whoever comes back to a page by the browser may send its forms anew.
addEventListener('pageshow', () => document.querySelectorAll('form').forEach((form) => sent.delete(form)));
