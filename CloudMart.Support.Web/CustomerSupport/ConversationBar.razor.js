// The bar above the conversation: the way to a person, and the transcript to take along.
import { newId } from '/js/outbox.js';

const person = document.getElementById('person');
const transcript = document.getElementById('transcript');

let room;
let desk;
let press = null;

export function attachBar(element, deskReference) {
  room = element;
  desk = deskReference;
  person.addEventListener('click', ask);
}

/** What is rendered has changed. */
export function barInStep() {
  const { conversation, owner } = room.dataset;
  person.hidden = Boolean(owner) && owner !== 'Assistant';
  transcript.hidden = !conversation;
  if (conversation) transcript.href = `/support/${conversation}/transcript.md`;
}

/** Until it is answered, it is the same press: asked again after a lost connection, it begins no second conversation. */
async function ask() {
  if (!desk || person.hasAttribute('aria-disabled')) return;
  press ??= newId();
  person.setAttribute('aria-disabled', 'true');
  try {
    await desk.invokeMethodAsync('AskForPersonAsync', room.dataset.conversation || null, press);
    press = null;
    room.querySelector('[data-waiting]')?.focus({ preventScroll: true });
  } finally {
    person.removeAttribute('aria-disabled');
  }
}
