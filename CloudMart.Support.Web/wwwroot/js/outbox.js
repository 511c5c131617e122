// Messages on their way. They wait in sessionStorage until the server has them, through reloads and hours without a network; each
// keeps its id, so that sending one again is still one message.
import { circuit } from '/js/circuit.js';
import { newId } from '/js/ids.js';

const pauses = [1000, 2000, 4000, 8000, 15000];

export class Outbox extends EventTarget {
  #key;
  #desk = null;
  #round = 0;
  #sending = false;

  /** @param {string} customer Whose messages: the next customer in this tab must not send them. */
  constructor(customer) {
    super();
    this.#key = `outbox:${customer}`;
    circuit.addEventListener('up', () => this.#startOver());
  }

  /** Each: id, text, conversation (null: it begins one; undefined: the one that opens), refusal. */
  get messages() { return JSON.parse(sessionStorage.getItem(this.#key) ?? '[]'); }

  set messages(messages) {
    sessionStorage.setItem(this.#key, JSON.stringify(messages));
    this.dispatchEvent(new Event('change'));
  }

  add(text, conversation) {
    this.messages = [...this.messages, { id: newId(), text, conversation }];
    this.#send();
  }

  remove(id) {
    const rest = this.messages.filter(message => message.id !== id);
    if (rest.length < this.messages.length) this.messages = rest;
  }

  /** Who takes messages from now on. */
  connect(desk) {
    this.#desk = desk;
    this.#startOver();
  }

  /** Messages that were written for <from> are for <conversation>. */
  assign(from, conversation) {
    this.messages = this.messages.map(message => message.conversation === from ? { ...message, conversation } : message);
  }

  /** What was under way when the connection broke may or may not have arrived: it is sent again. */
  #startOver() {
    this.#round++;
    this.#sending = false;
    this.#send();
  }

  async #send() {
    if (this.#sending || !this.#desk || !circuit.connected || !navigator.onLine) return;
    this.#sending = true;
    const round = this.#round;
    const next = () => this.messages.find(message => !message.refusal);
    for (let tries = 0, message; round === this.#round && (message = next());) {
      let pause = pauses[Math.min(tries++, pauses.length - 1)];
      try {
        const answer = await this.#desk.invokeMethodAsync('SayAsync', message.conversation ?? null, message.id, message.text);
        if (round !== this.#round) return;
        pause = answer.retryAfter ?? 0;
        if (pause === 0) this.#settle(message, answer);
        tries = 0;
      } catch {
        // The server could not take it now: it is sent again.
      }
      if (pause > 0) await new Promise(resolve => setTimeout(resolve, pause));
    }
    if (round === this.#round) this.#sending = false;
  }

  #settle(sent, answer) {
    if (answer.refusal) {
      this.messages = this.messages.map(message => message.id === sent.id ? { ...message, refusal: answer.refusal } : message);
      return;
    }
    this.dispatchEvent(new CustomEvent('sent', { detail: { id: sent.id, conversation: answer.conversationId } }));
    this.remove(sent.id);
    // Others that were written for the conversation which this one has begun now know its id.
    if (sent.conversation === null) this.assign(null, answer.conversationId);
  }
}
