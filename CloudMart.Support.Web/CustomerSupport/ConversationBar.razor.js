// The bar above the conversation: the way to a person, and the transcript to take along.
import { circuit } from '/js/circuit.js';
import { newId } from '/js/ids.js';

const person = document.getElementById('person');
const transcript = document.getElementById('transcript');

/**
 * The press that has not been answered yet: it outlives a lost connection and a reload, and asked again it begins no second conversation.
 * The next customer in this tab has not pressed.
 */
const kept = `person:${document.getElementById('support').dataset.customer}`;

let room;
let desk;
let asking = false;

person.addEventListener('click', ask);

export function attachBar(element, deskReference) {
  room = element;
  desk = deskReference;
  circuit.addEventListener('up', again);
  again();
}

/** What is rendered has changed. */
export function barInStep() {
  const { conversation, withStaff } = room.dataset;
  person.hidden = withStaff === 'true';
  transcript.hidden = !conversation;
  if (conversation) transcript.href = `/support/${conversation}/transcript.md`;
}

/** What was under way when the connection broke may or may not have arrived. */
function again() {
  asking = false;
  if (sessionStorage.getItem(kept)) ask();
}

async function ask() {
  if (asking) return;
  const press = JSON.parse(sessionStorage.getItem(kept) ?? 'null') ?? { id: newId(), conversation: room?.dataset.conversation || null };
  sessionStorage.setItem(kept, JSON.stringify(press));
  person.setAttribute('aria-disabled', 'true');
  if (!desk || !circuit.connected) return;
  asking = true;
  try {
    await desk.invokeMethodAsync('AskForPersonAsync', press.conversation, press.id);
    answered();
    room.querySelector('[data-waiting]')?.focus({ preventScroll: true });
  } catch (failure) {
    if (circuit.connected) {
      answered();
      throw failure;
    }
  } finally {
    asking = false;
  }
}

function answered() {
  sessionStorage.removeItem(kept);
  person.removeAttribute('aria-disabled');
}
