// The console's own script: canned answers, the conversation's end, wide tables, keys. Everything works
// without it.
'use strict';

function end() {
  const talk = document.querySelector('.talk');
  if (talk) talk.scrollTop = talk.scrollHeight;
}

// A table that is wider than its place stands as cards: each value beside its column's name.
function fit() {
  document.querySelectorAll('.rows > table').forEach((table) => {
    table.classList.remove('cards');
    if (table.scrollWidth <= table.parentElement.clientWidth) return;
    const heads = [...table.querySelectorAll('thead th')].map((head) => head.textContent.trim());
    table.querySelectorAll('tbody tr').forEach((row) => {
      if (row.cells.length === heads.length) {
        [...row.cells].forEach((cell, i) => { if (heads[i]) cell.dataset.head = heads[i]; });
      }
    });
    table.classList.add('cards');
  });
}

// A part that shows what happens now asks for itself anew whenever the server says so, and when the
// line was lost and is back.
function live(part) {
  const line = new EventSource(part.dataset.live);
  let lost = false;
  line.addEventListener('baru', () => htmx.trigger(part, 'baru'));
  line.addEventListener('error', () => { lost = true; });
  line.addEventListener('open', () => { if (lost) { lost = false; htmx.trigger(part, 'baru'); } });
  addEventListener('pagehide', () => line.close());
}

document.addEventListener('DOMContentLoaded', () => {
  end();
  fit();
  // On a phone the parts stand in a row wider than the screen: the one that is open is brought into it.
  const here = document.querySelector('.bar nav [aria-current]');
  if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - 40;
  document.querySelectorAll('[data-live]').forEach(live);
});
document.addEventListener('htmx:afterSwap', () => { end(); fit(); });
addEventListener('resize', fit);

document.addEventListener('click', (e) => {
  const canned = e.target.closest('[data-canned]');
  if (canned) {
    const words = document.querySelector('#words');
    words.value = words.value ? words.value + '\n' + canned.dataset.canned : canned.dataset.canned;
    words.focus();
  }
  const all = e.target.closest('[data-all]');
  if (all) document.querySelectorAll('input[name=' + all.dataset.all + ']').forEach((box) => { box.checked = all.checked; });
});

// Ctrl+Enter sends; j and k walk through a list, Enter opens; g then a letter goes to a part.
let going = false;
document.addEventListener('keydown', (e) => {
  if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && e.target.matches('textarea')) {
    e.target.form.requestSubmit();
    return;
  }
  if (e.target.matches('input, textarea, select') || e.ctrlKey || e.metaKey || e.altKey) return;
  if (going) {
    going = false;
    const to = { t: 'tunggu', c: 'cari', p: 'pendaftaran', k: 'klaim', s: 'siaran', m: 'peta', l: 'laporan', i: 'isi', b: 'bahasa' }[e.key];
    if (to) location.href = '/console/' + to;
    return;
  }
  const keyed = document.querySelector('[data-key="' + CSS.escape(e.key) + '"]');
  if (keyed) { keyed.click(); return; }
  if (e.key === 'g') going = true;
  if (e.key === '/') { e.preventDefault(); location.href = '/console/cari'; }
  if (e.key === 'j' || e.key === 'k') {
    const rows = [...document.querySelectorAll('tbody a.open')];
    const at = rows.indexOf(document.activeElement);
    const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + (e.key === 'j' ? 1 : -1)))];
    if (next) next.focus();
  }
});
