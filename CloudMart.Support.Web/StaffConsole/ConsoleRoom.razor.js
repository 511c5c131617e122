// The browser's half of the console: writes the answer as it comes, and keeps the address, the title and what was seen. What it has to
// know is read from the page, which survives a lost connection where calls do not.
import { circuit, isReady } from '/js/circuit.js';
import { LiveText } from '/js/live-text.js';
import { skipHere } from '/js/skip.js';
import { closeMenus } from './Export/ExportMenu.razor.js';
import { alertTo } from './Inbox/AttentionAlerts.razor.js';
import { hearKeys } from './Keys/ShortcutSheet.razor.js';
import { offerReplies } from './Watching/CannedPicker.razor.js';
import { composeIn } from './Watching/StaffComposer.razor.js';

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
let alertNow = () => {};
let compose = () => {};

/** Called once by the room; answers with what was kept when this person was here before. */
export function attach(element, deskReference, staffId) {
  room = element;
  desk = deskReference;
  memory = `console:${staffId}`;
  kept = { ...kept, ...read() };
  new MutationObserver(inStep).observe(room, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ['data-conversation', 'data-attention', 'data-open', 'data-kind', 'data-seen', 'data-list', 'data-reason', 'data-newest', 'data-raised', 'data-ready'],
  });
  room.addEventListener('scroll', scrolled, { passive: true, capture: true });
  compose = composeIn(room, desk, memory, () => { pinned = true; });
  offerReplies(room);
  closeMenus(room);
  hearKeys(room, deed => desk.invokeMethodAsync('DoAsync', deed), `${memory}:keys`);
  alertNow = alertTo(room, conversation => desk.invokeMethodAsync('ShowAsync', conversation), `${memory}:alerts`);
  circuit.addEventListener('up', () => desk.invokeMethodAsync('ReconnectedAsync'));
  addEventListener('storage', ({ key }) => { if (key === memory) learn(); });
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
  if (!list || kept.list === list && kept.reason === reason && kept.newest === newest && (!conversation || kept.messages[conversation] >= number)) return;
  const messages = { ...kept.messages, ...seenElsewhere() };
  if (conversation) {
    const most = Math.max(number, messages[conversation] ?? 0);
    delete messages[conversation];
    messages[conversation] = most;
    for (const oldest of Object.keys(messages).slice(0, -mostSeen)) delete messages[oldest];
  }
  kept = { list, reason, newest, messages };
  localStorage.setItem(memory, JSON.stringify(kept));
}

/** Up to where this person has seen conversations in other tabs, where that is further than here. */
function seenElsewhere() {
  return Object.fromEntries(Object.entries(read().messages ?? {}).filter(([id, number]) => !(kept.messages[id] >= number)));
}

function learn() {
  const further = seenElsewhere();
  if (Object.keys(further).length === 0) return;
  Object.assign(kept.messages, further);
  desk.invokeMethodAsync('SeeAsync', further);
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
  compose();
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
