// The message box: works from the moment it is painted, with or without a circuit.
import { Outbox } from '/js/outbox.js';
import { touch } from '/js/touch.js';

const page = document.getElementById('support');
const form = document.getElementById('composer');
const box = form.elements.message;
const stop = form.querySelector('[data-stop]');
const count = document.getElementById('message-count');
const draftKey = `draft:${page.dataset.customer}`;
const max = Number(form.dataset.max);
const countFrom = max - 400;
const number = new Intl.NumberFormat();

export const outbox = new Outbox(page.dataset.customer);

/** Tells 'stop', 'typing', and 'said' after a message was put into the outbox. */
export const composer = new EventTarget();

/** Where messages go: undefined until the page knows, null for a new conversation. */
let conversation;

export function showConversation(id) { conversation = id; }

export function showAnswering(answering) {
  // A button that goes must not take the focus with it.
  if (!answering && document.activeElement === stop) focus();
  stop.hidden = !answering;
  form.classList.toggle('answering', answering);
}

/** On a touch screen it would bring up the keyboard. */
export function focus() { if (!touch.matches) box.focus(); }

export function say(text) {
  outbox.add(text, conversation);
  composer.dispatchEvent(new Event('said'));
}

export function draft(text) {
  box.value = text;
  changed();
  box.focus();
}

function changed() {
  sessionStorage.setItem(draftKey, box.value);
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
  const length = box.value.length;
  count.hidden = length < countFrom;
  count.textContent = length < countFrom ? '' : `${number.format(length)} of ${number.format(max)}`;
  count.classList.toggle('over', length > max);
  box.setAttribute('aria-invalid', String(length > max));
  form.classList.toggle('empty', box.value.trim() === '' || length > max);
}

function send() {
  const text = box.value.trim();
  if (text === '' || box.value.length > max) return;
  box.value = '';
  changed();
  say(text);
}

form.addEventListener('submit', event => { event.preventDefault(); send(); });
stop.addEventListener('click', () => composer.dispatchEvent(new Event('stop')));
box.addEventListener('input', () => {
  changed();
  if (box.value.trim() !== '') composer.dispatchEvent(new Event('typing'));
});
box.addEventListener('keydown', event => {
  // 229: the key belongs to an input method, also where isComposing is already over (Safari).
  const composing = event.isComposing || event.keyCode === 229;
  if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey || composing || touch.matches) return;
  event.preventDefault();
  send();
});
page.addEventListener('click', event => {
  const chip = event.target.closest('[data-say]');
  if (chip) say(chip.dataset.say);
});

// Typed while this script was loading counts; otherwise what was left here before.
if (box.value === '') box.value = sessionStorage.getItem(draftKey) ?? '';
const about = new URLSearchParams(location.search).get('about');
if (about && /^[\w-]{1,24}$/.test(about) && box.value.trim() === '') box.value = `About order ${about}: `;
changed();
box.setSelectionRange(box.value.length, box.value.length);
focus();
