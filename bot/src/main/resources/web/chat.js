// The page: what the person does goes through the outbox, what the server says through the stream.

import { Outbox, newId } from './outbox.js';
import { LIMIT, isAllowed, shrink } from './photo.js';
import { Stream } from './stream.js';
import * as view from './view.js';

const session = document.documentElement.dataset.session;
const status = document.getElementById('status');
const hint = document.getElementById('hint');
const words = document.getElementById('words');
const file = document.getElementById('file');
const composer = document.getElementById('composer');
const HINTS = {
  'too-large': 'Berkas ini terlalu besar. Paling besar 10 MB, coba foto ulang atau kirim satu per satu.',
  'shape': 'Pesan ini tidak bisa dikirim. Coba tulis ulang dengan lebih pendek.',
  'kind': 'Yang bisa dikirim di sini hanya foto, PDF, atau daftar (Excel atau CSV).',
  'cookie': 'Peramban ini menolak cookie, padahal diperlukan untuk percakapan. Mohon diizinkan, lalu muat ulang.',
};

const outbox = new Outbox(session, {
  sent: (id, seq) => view.sent(id, seq),
  failed: id => view.failed(id),
  refused: (id, why) => {
    view.remove(id);
    say(why);
  },
  stranger: () => renew(),
});

const stream = new Stream({
  hello: tag => tag === session || renew(),
  line: entry => view.show(entry, entry.own && outbox.has(entry.id) ? 'sending' : 'sent', acts(entry)),
  ready: () => {
    view.live();
    outbox.flush();
  },
  typing: () => view.startTyping(),
  state: connected => {
    status.textContent = connected ? 'siap membantu' : 'menyambung lagi…';
  },
});

function post(item, blob) {
  const waiting = { id: newId(), at: new Date().toISOString(), ...item };
  show(waiting, blob);
  outbox.add(waiting, blob);
  hint.hidden = true;
}

function show(item, blob) {
  const entry = { id: item.id, own: true, at: item.at, text: item.label ?? item.text, file: item.file };
  view.show(entry, 'sending', acts(entry));
  if (blob) view.picture(item.id, blob);
}

function acts(entry) {
  return {
    again: () => {
      view.show({ ...entry }, 'sending', acts(entry));
      outbox.flush();
    },
    choose: choice => {
      post({ choice: choice.id, label: choice.label });
      words.focus({ preventScroll: true });
    },
  };
}

function say(why) {
  hint.textContent = HINTS[why];
  hint.hidden = false;
}

// Another tab began a new session: this page belongs to the old one.
function renew() {
  const last = Number(sessionStorage.getItem('kentongan.renewed') ?? 0);
  if (Date.now() - last < 10_000) {
    say('cookie');
    return;
  }
  sessionStorage.setItem('kentongan.renewed', String(Date.now()));
  location.reload();
}

function grow() {
  words.style.height = 'auto';
  words.style.height = words.scrollHeight + 2 + 'px';
}

composer.addEventListener('submit', event => {
  event.preventDefault();
  const text = words.value.trim();
  if (!text) return;
  post({ text });
  words.value = '';
  grow();
  words.focus({ preventScroll: true });
});

words.addEventListener('input', grow);
words.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    composer.requestSubmit();
  }
});

document.getElementById('attach').addEventListener('click', () => file.click());
file.addEventListener('change', async () => {
  const chosen = [...file.files];
  file.value = '';
  for (const each of chosen) {
    if (!isAllowed(each)) {
      say('kind');
      continue;
    }
    const small = await shrink(each);
    if (small.size > LIMIT) {
      say('too-large');
      continue;
    }
    post({ text: '', file: { name: small.name, type: small.type } }, small);
  }
});

document.getElementById('starters').addEventListener('click', event => {
  if (event.target.closest('button')) {
    post({ text: event.target.closest('button').textContent });
    words.focus({ preventScroll: true });
  }
});

for (const item of outbox.waiting()) {
  show(item);
  if (item.file) outbox.file(item.id).then(blob => view.picture(item.id, blob));
}
stream.open();
