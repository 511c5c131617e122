// The box of the console: keeps what is typed for each conversation, and sends it. What was sent stays in the box until the server has it,
// through reloads and hours without a network, and keeps its id, so that sending it again is still one message.
import { circuit } from '/js/circuit.js';
import { newId } from '/js/ids.js';
import { seldom } from '/js/seldom.js';
import { touch } from '/js/touch.js';

/**
 * @param room the console, where composers come and go.
 * @param desk who takes what is written.
 * @param memory under which name it is kept.
 * @param begun is told of every press of Send.
 * @returns to be called whenever the console may have changed.
 */
export function composeIn(room, desk, memory, begun) {
  const sent = `${memory}:sent`;
  const underWay = new Set();
  const typing = seldom((conversation, kind) => desk.invokeMethodAsync('TypesAsync', conversation, kind));
  let ready = false;

  room.addEventListener('submit', submitted);
  room.addEventListener('input', event => { if (event.target.matches('textarea')) changed(event.target); });
  room.addEventListener('keydown', pressed);
  circuit.addEventListener('up', startOver);

  function draftKey(form) { return `${memory}:${form.dataset.conversation}:${form.dataset.kind}`; }

  /** Another conversation, or the other of reply and note. */
  function showDraft() {
    const form = room.querySelector('[data-composer]');
    const box = form?.querySelector('textarea');
    if (!form || box.dataset.draft === draftKey(form)) return;
    box.dataset.draft = draftKey(form);
    box.value = sessionStorage.getItem(draftKey(form)) ?? '';
    fit(box);
  }

  function changed(box) {
    sessionStorage.setItem(draftKey(box.form), box.value);
    fit(box);
    if (box.value.trim() !== '') typing(box.form.dataset.conversation, box.form.dataset.kind);
  }

  function submitted(event) {
    const form = event.target.closest('[data-composer]');
    if (!form) return;
    event.preventDefault();
    const written = form.querySelector('textarea').value;
    const text = written.trim();
    if (text === '') return;
    const key = draftKey(form);
    sessionStorage.setItem(key, written);
    const before = messages()[key];
    const { conversation, kind } = form.dataset;
    keep(key, { id: before?.text === text ? before.id : newId(), text, conversation, kind, seen: Number(room.dataset.seen), waits: true });
    begun();
    send(key);
  }

  /** By the key of its draft: id, text, conversation, kind, what was seen of it then, and whether it still waits to be taken. */
  function messages() { return JSON.parse(sessionStorage.getItem(sent) ?? '{}'); }

  function keep(key, message) {
    const { [key]: before, ...others } = messages();
    sessionStorage.setItem(sent, JSON.stringify(message ? { ...others, [key]: message } : others));
  }

  /** What was under way when the connection broke may or may not have arrived: it is sent again. */
  function startOver() {
    underWay.clear();
    for (const key of Object.keys(messages())) send(key);
  }

  /** Unless it was changed since: then it waits for another press. */
  async function send(key) {
    const message = messages()[key];
    if (!message?.waits || underWay.has(key) || sessionStorage.getItem(key)?.trim() !== message.text) return;
    if (!ready || !circuit.connected || !navigator.onLine) return;
    underWay.add(key);
    try {
      settle(key, message, await desk.invokeMethodAsync('WriteAsync', message.conversation, message.kind, message.id, message.text, message.seen));
    } finally {
      underWay.delete(key);
    }
    send(key); // what was pressed meanwhile
  }

  /** What is refused stays, and waits for another press. */
  function settle(key, { id, text }, refusal) {
    const message = messages()[key];
    if (message?.id !== id) return;
    keep(key, refusal ? { ...message, waits: false } : null);
    if (refusal) return;
    typing.anew();
    if (sessionStorage.getItem(key)?.trim() !== text) return;
    sessionStorage.removeItem(key);
    const box = room.querySelector('[data-composer] textarea');
    if (box?.dataset.draft !== key) return;
    box.value = '';
    fit(box);
  }

  return () => {
    showDraft();
    if (ready || !room.dataset.ready) return;
    ready = true;
    startOver();
  };
}

function fit(box) {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}

/** On a touch screen there is no other way to a new line. */
function pressed(event) {
  // 229: the key belongs to an input method, also where isComposing is already over (Safari).
  const composing = event.isComposing || event.keyCode === 229;
  if (!event.target.matches('[data-composer] textarea') || composing) return;
  if (event.key === 'Escape') event.target.blur();
  if (event.key !== 'Enter' || event.shiftKey || touch.matches) return;
  event.preventDefault();
  event.target.form.requestSubmit();
}
