// Shows the conversation. Every line has a key: `b<seq>` ours, `o<id>` the person's own.

const template = document.getElementById('line-template').content.firstElementChild;
const lines = document.getElementById('lines');
const scroll = document.getElementById('scroll');
const newer = document.getElementById('newer');
const starters = document.getElementById('starters');
const typing = document.getElementById('typing');
const clock = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'long', year: 'numeric' });
const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;
const FEW = 4;

const shown = new Map();
let typingTimer = 0;
let tidyTimer = 0;
let follow = true;

scroll.addEventListener('scroll', () => {
  follow = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  if (follow) newer.hidden = true;
}, { passive: true });
newer.addEventListener('click', () => {
  follow = true;
  toEnd();
});
new ResizeObserver(toEnd).observe(scroll);

// Speaks new lines to screen readers only after the history is there.
export function live() {
  lines.setAttribute('aria-live', 'polite');
  starters.hidden = shown.size > 0;
  toEnd();
}

export function show(entry, state, act) {
  const key = entry.own ? 'o' + entry.id : 'b' + entry.seq;
  const known = shown.get(key);
  if (known) {
    known.entry.seq = entry.seq ?? known.entry.seq;
    place(known);
    mark(key, state);
  } else {
    const line = { entry, node: node(entry, act), act };
    shown.set(key, line);
    place(line);
    mark(key, state);
    if (!entry.own) stopTyping();
    if (!follow && !entry.own) newer.hidden = false;
    if (entry.own && state !== 'sent') follow = true;
  }
  starters.hidden = true;
  tidyLater();
}

export function sent(id, seq) {
  const line = shown.get('o' + id);
  if (!line) return;
  line.entry.seq = seq;
  place(line);
  mark('o' + id, 'sent');
  tidyLater();
}

export function failed(id) {
  mark('o' + id, 'failed');
  toEnd();
}

export function remove(id) {
  const line = shown.get('o' + id);
  line?.node.remove();
  line?.divider?.remove();
  shown.delete('o' + id);
  tidyLater();
}

export function picture(id, blob) {
  const image = shown.get('o' + id)?.node.querySelector('.photo');
  if (!image || !blob?.type.startsWith('image/')) return;
  image.src = URL.createObjectURL(blob);
  image.alt = 'Foto yang Anda kirim';
  image.hidden = false;
  image.onload = toEnd;
  image.onerror = () => { image.hidden = true; };
}

// Only while the person's words are the last.
export function startTyping() {
  if (!inOrder().at(-1)?.entry.own) return;
  clearTimeout(typingTimer);
  typing.hidden = false;
  typingTimer = setTimeout(stopTyping, 10_000);
  toEnd();
}

function stopTyping() {
  clearTimeout(typingTimer);
  typing.hidden = true;
}

function node(entry, act) {
  const made = template.cloneNode(true);
  const find = name => made.querySelector(name);
  made.classList.toggle('own', entry.own);
  made.classList.toggle('fresh', lines.getAttribute('aria-live') === 'polite');
  find('.speaker').textContent = entry.own ? 'Anda: ' : 'Kentongan: ';
  words(find('.text'), entry.text ?? '');
  find('time').dateTime = entry.at;
  find('time').textContent = clock.format(new Date(entry.at));
  if (entry.file) attach(find('.file'), find('.photo'), entry.file);
  find('.again').addEventListener('click', () => act.again());
  return made;
}

function attach(link, image, file) {
  if (file.url && file.type.startsWith('image/')) {
    image.src = file.url;
    image.alt = file.name;
    image.hidden = false;
    image.onload = toEnd;
    return;
  }
  link.hidden = false;
  link.lastElementChild.textContent = file.name;
  if (file.url) {
    link.href = file.url;
    link.download = file.name;
  }
}

function words(place, text) {
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    place.append(text.slice(from, found.index));
    const link = Object.assign(document.createElement('a'), { href: found[0], textContent: found[0] });
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    place.append(link);
    from = found.index + found[0].length;
  }
  place.append(text.slice(from));
}

// Lines stand by their number; what has none yet stands at the end.
function place(line) {
  const before = inOrder().find(other => other !== line && number(other) > number(line));
  const next = before ? before.divider ?? before.node : null;
  if (line.node.isConnected && line.node.nextElementSibling === next) return;
  lines.insertBefore(line.node, next);
}

function mark(key, state) {
  const own = shown.get(key);
  if (!own?.entry.own) return;
  const icon = own.node.querySelector('.mark');
  const words = { sending: 'sedang dikirim', sent: 'terkirim', failed: 'belum terkirim' };
  icon.toggleAttribute('hidden', state === 'failed');
  icon.firstElementChild.setAttribute('href', state === 'sent' ? '#tick' : '#clock');
  own.node.querySelector('.state').textContent = words[state];
  own.node.querySelector('.again').hidden = state !== 'failed';
  own.node.dataset.state = state;
}

// A history comes as many lines at once: they are put in order once.
function tidyLater() {
  tidyTimer ||= setTimeout(() => {
    tidyTimer = 0;
    tidy();
    toEnd();
  });
}

// Days between the lines, room where the speaker changes, choices only under what is last.
function tidy() {
  const ordered = inOrder();
  const answered = lastOwn(ordered);
  let previous = null;
  ordered.forEach((line, index) => {
    divide(line, dayOf(line.entry.at) !== (previous && dayOf(previous.entry.at)));
    line.node.classList.toggle('turn', previous?.entry.own !== line.entry.own);
    choices(line, index > answered);
    previous = line;
  });
}

function inOrder() {
  return [...shown.values()].sort((a, b) => number(a) - number(b) || 0);
}

function number(line) {
  return line.entry.seq ?? Infinity;
}

function lastOwn(ordered) {
  for (let i = ordered.length - 1; i >= 0; i--) if (ordered[i].entry.own) return i;
  return -1;
}

function divide(line, first) {
  if (!first || line.divider?.nextElementSibling !== line.node) {
    line.divider?.remove();
    line.divider = null;
  }
  if (!first || line.divider) return;
  const date = dayOf(line.entry.at);
  line.divider = document.createElement('li');
  line.divider.className = 'day';
  line.divider.textContent =
    date === dayOf(Date.now()) ? 'Hari ini' : date === dayOf(Date.now() - 86_400_000) ? 'Kemarin' : date;
  lines.insertBefore(line.divider, line.node);
}

function dayOf(at) {
  return day.format(new Date(at));
}

function choices(line, open) {
  const old = line.node.querySelector('.choices');
  const wanted = open && line.entry.choices?.length > 0;
  if (!wanted) old?.remove();
  if (!wanted || old) return;
  const group = document.createElement('div');
  group.className = 'choices';
  group.classList.toggle('long', line.entry.choices.length > FEW);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'Pilihan jawaban');
  for (const choice of line.entry.choices) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = choice.label;
    button.addEventListener('click', () => line.act.choose(choice));
    group.append(button);
  }
  line.node.append(group);
}

function toEnd() {
  if (!follow || shown.size === 0) return;
  scroll.scrollTop = scroll.scrollHeight;
  newer.hidden = true;
}
