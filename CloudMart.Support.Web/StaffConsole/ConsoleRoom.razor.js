// The browser's half of the console: writes the answer as it comes, sends what is in the box, and keeps the address, the title, drafts and
// what was seen. What it has to know is read from the page, which survives a lost connection where calls do not.
import { circuit, isReady } from '/js/circuit.js';
import { newId } from '/js/ids.js';
import { LiveText } from '/js/live-text.js';
import { skipHere } from '/js/skip.js';
import { seldom } from '/js/seldom.js';
import { closeMenus } from './Export/ExportMenu.razor.js';
import { alertTo } from './Inbox/AttentionAlerts.razor.js';
import { hearKeys } from './Keys/ShortcutSheet.razor.js';
import { offerReplies } from './Watching/CannedPicker.razor.js';

const near = 64;
const mostSeen = 2000;
const title = document.title;

let room;
let desk;
let memory;
let kept = { list: null, reason: null, newest: false, messages: {} };
let shown;
let fromHistory = false;
let pinned = true;
let live = null;
let unsent = null;
const typing = seldom((conversation, kind) => desk.invokeMethodAsync('TypesAsync', conversation, kind));
let alertNow = () => {};

/** Called once by the room; answers with what was kept when this person was here before. */
export function attach(element, deskReference, staffId) {
  room = element;
  desk = deskReference;
  memory = `console:${staffId}`;
  kept = { ...kept, ...read() };
  new MutationObserver(inStep).observe(room, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ['data-conversation', 'data-attention', 'data-open', 'data-kind', 'data-seen', 'data-list', 'data-reason', 'data-newest', 'data-raised'],
  });
  room.addEventListener('scroll', scrolled, { passive: true, capture: true });
  room.addEventListener('submit', submitted);
  room.addEventListener('input', event => { if (event.target.matches('textarea')) changed(event.target); });
  room.addEventListener('keydown', written);
  offerReplies(room);
  closeMenus(room);
  hearKeys(room, deed => desk.invokeMethodAsync('DoAsync', deed), `${memory}:keys`);
  alertNow = alertTo(room, conversation => desk.invokeMethodAsync('ShowAsync', conversation), `${memory}:alerts`);
  circuit.addEventListener('up', () => desk.invokeMethodAsync('ReconnectedAsync'));
  addEventListener('popstate', () => {
    fromHistory = true;
    desk.invokeMethodAsync('ShowAsync', ofAddress());
  });
  isReady();
  inStep();
  return kept;
}

/** The next piece of the live answer. False when it does not fit what is there: then the whole text is wanted. */
export function append(offset, text) {
  if (offset === 0) {
    live?.node?.replaceChildren();
    live = new LiveText();
    showLive();
  }
  const fits = live?.append(offset, text) ?? false;
  follow();
  return fits;
}

/** Which list is chosen, and up to where the open conversation was seen. */
function keep() {
  const { list, reason, conversation, seen } = room.dataset;
  const newest = room.dataset.newest === 'true';
  const number = Number(seen);
  if (!list || kept.list === list && kept.reason === reason && kept.newest === newest && (!conversation || kept.messages[conversation] === number)) return;
  Object.assign(kept, { list, reason, newest });
  if (conversation) {
    delete kept.messages[conversation];
    kept.messages[conversation] = number;
    for (const oldest of Object.keys(kept.messages).slice(0, -mostSeen)) delete kept.messages[oldest];
  }
  localStorage.setItem(memory, JSON.stringify(kept));
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(memory)) ?? {};
  } catch {
    return {};
  }
}

function ofAddress() { return location.pathname.match(/^\/staff\/([^/]+)$/)?.[1] ?? null; }

/** What is rendered has changed. */
function inStep() {
  const waiting = room.dataset.attention;
  const now = waiting !== '0' ? `(${waiting}) ${title}` : title;
  if (document.title !== now) document.title = now;
  if (room.dataset.open === 'true' && shown !== room.dataset.conversation) arrive(room.dataset.conversation);
  alertNow();
  keep();
  showLive();
  showDraft();
  follow();
}

function arrive(conversation) {
  const first = shown === undefined;
  shown = conversation;
  const address = conversation ? `/staff/${conversation}` : '/staff';
  if (location.pathname !== address && !(first && !conversation)) history[first || fromHistory ? 'replaceState' : 'pushState'](null, '', address);
  fromHistory = false;
  skipHere();
  pinned = true;
  for (const drawer of room.querySelectorAll(':popover-open')) drawer.hidePopover();
}

function showLive() {
  const node = room.querySelector('[data-live]');
  if (live && node && live.node !== node) {
    if (live.node) live = null;
    else live.show(node);
  }
}

function follow() {
  const scroller = room.querySelector('[data-scroller]');
  if (scroller && pinned) scroller.scrollTop = scroller.scrollHeight;
}

function scrolled({ target }) {
  if (target.matches?.('[data-scroller]')) pinned = target.scrollHeight - target.scrollTop - target.clientHeight < near;
}

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

function fit(box) {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}

function written(event) {
  // 229: the key belongs to an input method, also where isComposing is already over (Safari).
  const composing = event.isComposing || event.keyCode === 229;
  if (!event.target.matches('[data-composer] textarea') || composing) return;
  if (event.key === 'Escape') event.target.blur();
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  event.target.form.requestSubmit();
}

/** What is not taken stays in the box; sent again it is the same message. */
async function submitted(event) {
  const form = event.target.closest('[data-composer]');
  if (!form) return;
  event.preventDefault();
  const box = form.querySelector('textarea');
  const text = box.value.trim();
  if (text === '' || form.dataset.sending) return;
  const key = draftKey(form);
  const { conversation, kind } = form.dataset;
  if (unsent?.text !== text || unsent.key !== key) unsent = { id: newId(), key, text };
  form.dataset.sending = 'true';
  pinned = true;
  try {
    const refusal = await desk.invokeMethodAsync('WriteAsync', conversation, kind, unsent.id, text);
    if (refusal) return;
    unsent = null;
    typing.anew();
    sessionStorage.removeItem(key);
    if (box.dataset.draft === key && box.value.trim() === text) {
      box.value = '';
      fit(box);
    }
  } finally {
    delete form.dataset.sending;
  }
}
