// Hears what is new: one event stream, opened again with what was seen whenever it falls silent.

const SILENT = 45_000;

export class Stream {
  #after = -1;
  #source = null;
  #watch = 0;
  #wait = 1000;
  #ears;

  // ears: hello(tag), line(entry), ready(), typing(), state(connected)
  constructor(ears) {
    this.#ears = ears;
    addEventListener('online', () => this.open());
    addEventListener('offline', () => ears.state(false));
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && this.#source?.readyState !== EventSource.OPEN) this.open();
    });
  }

  open() {
    this.#close();
    const source = new EventSource('/chat/stream' + (this.#after < 0 ? '' : '?after=' + this.#after));
    this.#source = source;
    const on = (name, act) => source.addEventListener(name, event => {
      this.#alive();
      act(event);
    });
    on('hello', event => this.#ears.hello(event.data));
    on('message', event => {
      const entry = JSON.parse(event.data);
      if (entry.seq <= this.#after) return;
      this.#after = entry.seq;
      this.#ears.line(entry);
    });
    on('ready', () => {
      this.#after = Math.max(this.#after, 0);
      this.#wait = 1000;
      this.#ears.state(true);
      this.#ears.ready();
    });
    on('typing', () => this.#ears.typing());
    on('beat', () => {});
    source.onerror = () => this.#broken();
    this.#alive();
  }

  #alive() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#broken(), SILENT);
  }

  #broken() {
    this.#ears.state(false);
    this.#close();
    this.#watch = setTimeout(() => this.open(), this.#wait + Math.random() * 500);
    this.#wait = Math.min(this.#wait * 2, 30_000);
  }

  #close() {
    clearTimeout(this.#watch);
    this.#source?.close();
    this.#source = null;
  }
}
