// What waits to be sent, in order, kept in the browser until the server has taken it. The server
// takes an id once, so sending again after a lost answer, or from two tabs, does no harm.

const FINAL = { 400: 'shape', 413: 'too-large', 415: 'kind' };

export class Outbox {
  #key;
  #session;
  // What this tab added and nobody took: tabs share what is kept, and may write over one another's.
  #own = new Map();
  #busy = false;
  #timer = 0;
  #tries = 0;
  #files = new Map();
  #on;

  // on: sent(id, seq), failed(id), refused(id, why), stranger()
  constructor(session, on) {
    this.#session = session;
    this.#key = 'kentongan.outbox.' + session;
    this.#on = on;
    addEventListener('online', () => this.flush());
  }

  waiting() {
    const kept = this.#kept();
    const known = new Set(kept.map(item => item.id));
    return [...kept, ...[...this.#own.values()].filter(item => !known.has(item.id))];
  }

  #kept() {
    try {
      return JSON.parse(localStorage.getItem(this.#key)) ?? [];
    } catch {
      return [];
    }
  }

  has(id) {
    return this.waiting().some(item => item.id === id);
  }

  async add(item, file) {
    if (file) {
      this.#files.set(item.id, file);
      await files('readwrite', store => store.put(file, item.id));
    }
    this.#own.set(item.id, item);
    this.#save(this.waiting());
    this.flush();
  }

  async file(id) {
    return this.#files.get(id) ?? await files('readonly', store => store.get(id));
  }

  // Sends what waits, one after another; tries again later what could not be sent.
  async flush() {
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    try {
      for (let item = this.waiting()[0]; item; item = this.waiting()[0]) {
        if (!await this.#send(item)) break;
        this.#tries = 0;
      }
    } finally {
      this.#busy = false;
    }
  }

  async #send(item) {
    let response;
    try {
      response = await this.#post(item);
    } catch {
      return this.#later(item);
    }
    if (response.ok) {
      const { seq } = await response.json();
      this.#drop(item.id);
      this.#on.sent(item.id, seq);
      return true;
    }
    if (response.status === 401 || response.status === 409) {
      this.#on.stranger();
      return false;
    }
    if (FINAL[response.status]) {
      this.#drop(item.id);
      this.#on.refused(item.id, FINAL[response.status]);
      return true;
    }
    return this.#later(item);
  }

  async #post(item) {
    const headers = { 'X-Kentongan': this.#session };
    const init = { method: 'POST', headers, signal: timeout(item.file ? 180_000 : 25_000) };
    if (!item.file) {
      headers['Content-Type'] = 'application/json';
      const { id, text, choice, label } = item;
      init.body = JSON.stringify({ id, text, choice, label });
      return fetch('/chat/messages', init);
    }
    const blob = await this.file(item.id);
    if (!blob) return new Response(null, { status: 400 });
    headers['X-Message-Id'] = item.id;
    init.body = new FormData();
    init.body.append('file', blob, item.file.name);
    return fetch('/chat/files', init);
  }

  #later(item) {
    this.#tries++;
    if (this.#tries >= 2 || !navigator.onLine) this.#on.failed(item.id);
    this.#timer = setTimeout(() => this.flush(), Math.min(1000 * 2 ** this.#tries, 30_000));
    return false;
  }

  #drop(id) {
    this.#own.delete(id);
    this.#save(this.waiting().filter(item => item.id !== id));
    if (this.#files.delete(id)) files('readwrite', store => store.delete(id));
  }

  #save(items) {
    try {
      localStorage.setItem(this.#key, JSON.stringify(items));
    } catch {
      // Where the browser keeps nothing, the page's memory has to do.
    }
  }
}

export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Outside https there is no randomUUID; the bits are as good.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
}

function timeout(ms) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}

// Files do not fit localStorage; nothing here may fail the page.
function files(mode, act) {
  return new Promise(resolve => {
    try {
      const open = indexedDB.open('kentongan', 1);
      open.onupgradeneeded = () => open.result.createObjectStore('files');
      open.onerror = () => resolve(undefined);
      open.onsuccess = () => {
        const transaction = open.result.transaction('files', mode);
        const request = act(transaction.objectStore('files'));
        const end = value => {
          open.result.close();
          resolve(value);
        };
        transaction.oncomplete = () => end(request.result);
        transaction.onabort = () => end(undefined);
      };
    } catch {
      resolve(undefined);
    }
  });
}
