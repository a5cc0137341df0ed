// Keeps a reply that was not sent: a session may end while it is written, and its words would be lost at
// the door. It is kept by this tab alone (sessionStorage): nothing of it is sent anywhere, another tab or
// who opens the browser anew does not find it. It goes when the reply stands in the conversation, when
// its writer signs out, when somebody else is in, and after ten hours.
'use strict';

const KEPT = 'balasan';
const LONGEST = 10 * 60 * 60 * 1000;

function kept() {
  try { return JSON.parse(sessionStorage.getItem(KEPT)); } catch { return null; }
}

function keep(draft) {
  if (draft) sessionStorage.setItem(KEPT, JSON.stringify(draft));
  else sessionStorage.removeItem(KEPT);
}

// What an officer said so far, as it stands in the conversation.
function said() {
  return [...document.querySelectorAll('.bubble.staff')].map((line) => line.firstChild.textContent.trim());
}

// Away from its conversation an officer is told of a reply that they meant to send.
function tell(draft) {
  const told = document.createElement('p');
  told.className = 'card bad';
  told.setAttribute('role', 'status');
  if (location.pathname === draft.path) {
    told.textContent = 'Balasan Anda belum terkirim, karena percakapan ini tidak sedang Anda pegang: ' + draft.words;
  } else {
    const link = document.createElement('a');
    link.href = draft.path;
    link.textContent = 'Buka percakapannya';
    told.append('Balasan Anda belum terkirim, dan masih ada. ', link);
  }
  document.querySelector('main h1')?.after(told);
}

function find(words, who) {
  const draft = kept();
  if (!draft) return;
  if (draft.who !== who || Date.now() - draft.at > LONGEST) { keep(null); return; }
  if (!words || words.dataset.talk !== draft.path) {
    if (draft.meant) tell(draft);
  } else if (said().includes(draft.words.trim())) {
    keep(null);
  } else if (!words.value) {
    words.value = draft.words;
  }
}

document.addEventListener('DOMContentLoaded', () => {
  const who = document.body.dataset.officer;
  const words = document.querySelector('textarea[data-talk]');
  // why: at the door nobody is in yet, and the same officer may come back.
  if (who) find(words, who);
  const draft = (meant) => ({ who, path: words.dataset.talk, words: words.value, meant, at: Date.now() });
  if (words) {
    words.addEventListener('input', () => keep(words.value.trim() ? draft(false) : null));
    words.form.addEventListener('submit', () => keep(draft(true)));
  }
  document.querySelector('form[action="/console/keluar"]')?.addEventListener('submit', () => keep(null));
});
