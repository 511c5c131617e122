// The browser's half of the conversation: writes the answer as it comes, keeps the scroll position, the address and the outbox in step
// with what is rendered. What it has to know is read from the page, which survives a lost connection where calls do not.
import { circuit, isReady } from '/js/circuit.js';
import { attachBar, barInStep } from './ConversationBar.razor.js';
import { composer, draft, focus, outbox, showAnswering, showConversation } from './Composer.razor.js';
import { attachUnread, unreadInStep } from './UnreadDivider.razor.js';
import { LiveText } from '/js/live-text.js';
import { skipHere } from '/js/skip.js';
import { seldom } from '/js/seldom.js';

const page = document.getElementById('support');
const scroller = document.getElementById('scroller');
const pending = document.getElementById('outbox');
const pill = document.getElementById('new-messages');
const memory = `conversation:${page.dataset.customer}`;
const near = 64;

const sentUnseen = new Set();

let room;
let desk;
let shown;
let pinned = true;
let fromBottom = 0;
let newest = '';
let fromHistory = false;
let live = null;
let focused = null;
let card = null;

/** Called once by the room; answers with the conversation to open, '' for a new one, null where nothing speaks for either. */
export function attach(element, deskReference) {
  room = element;
  desk = deskReference;
  attachBar(room, desk);
  attachUnread(room, desk);
  new MutationObserver(inStep).observe(room, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ['data-conversation', 'data-answering', 'data-open', 'data-with-staff', 'data-last'],
  });
  scroller.addEventListener('scroll', scrolled, { passive: true });
  new ResizeObserver(() => { if (pinned) toBottom(); }).observe(scroller);
  outbox.addEventListener('sent', sent);
  composer.addEventListener('said', () => { typing.anew(); toBottom(); });
  const typing = seldom(() => desk.invokeMethodAsync('TypesAsync'));
  composer.addEventListener('typing', typing);
  composer.addEventListener('stop', () => desk.invokeMethodAsync('StopAsync'));
  pill.addEventListener('click', () => toBottom('smooth'));
  document.addEventListener('focusin', remember);
  circuit.addEventListener('up', () => desk.invokeMethodAsync('ReconnectedAsync'));
  addEventListener('popstate', moved);
  return opening();
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

/** The reader went back or forward, or only to another place on the page. */
function moved() {
  if ((ofAddress() ?? '') === shown) return;
  fromHistory = true;
  desk.invokeMethodAsync('ShowAsync', ofAddress());
}

function showLive() {
  const node = room.querySelector('[data-live]');
  if (live && !live.node && node) live.show(node);
}

function opening() {
  const begins = outbox.messages.some(message => message.conversation === null) || new URLSearchParams(location.search).has('about');
  return ofAddress() ?? (begins ? '' : sessionStorage.getItem(memory));
}

function ofAddress() {
  return location.pathname.match(/^\/support\/([^/]+)$/)?.[1] ?? null;
}

/** What is rendered has changed. */
function inStep() {
  showAnswering(room.dataset.answering === 'true');
  showLive();
  barInStep();
  keepFocus();
  if (room.dataset.open === 'true' && shown !== room.dataset.conversation) arrive(room.dataset.conversation);
  for (const bubble of [...pending.children]) {
    if (room.querySelector(`[data-message="${CSS.escape(bubble.dataset.pending)}"]`)) {
      sentUnseen.delete(bubble.dataset.pending);
      outbox.remove(bubble.dataset.pending);
      bubble.remove();
    }
  }
  follow();
  const unread = unreadInStep();
  if (unread && !isInView(unread)) lead(unread);
}

/** To where the reader left off; the rest is below, and they go through it themselves. */
function lead(divider) {
  pinned = false;
  divider.scrollIntoView({ block: 'start' });
  scrolled();
}

function isInView(element) {
  return element.getBoundingClientRect().top >= scroller.getBoundingClientRect().top;
}

function remember({ target }) {
  focused = target;
  card = target.closest('[data-items] > :has([data-card])');
}

/** A card whose buttons go when one is pressed keeps the focus itself. */
function keepFocus() {
  if (focused?.isConnected || document.activeElement !== document.body) return;
  if (card?.isConnected) card.querySelector('[data-card]').focus({ preventScroll: true });
}

/** Another conversation is shown, or the new one has begun and got its id. */
function arrive(conversation) {
  const first = shown === undefined;
  const begun = shown === '' && (sentUnseen.size > 0 || outbox.messages.some(message => message.conversation === null));
  shown = conversation;
  showConversation(conversation || null);
  sessionStorage.setItem(memory, conversation);
  setAddress(conversation ? `/support/${conversation}` : '/support', first || begun || fromHistory);
  skipHere();
  fromHistory = false;
  if (begun) outbox.assign(null, conversation);
  else sentUnseen.clear();
  if (first) start(conversation);
  else if (!begun) focus();
  showPending();
  newest = '';
  toBottom();
}

function setAddress(address, inPlace) {
  if (location.pathname + location.search === address) return;
  if (inPlace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
}

function start(conversation) {
  outbox.assign(undefined, conversation || null);
  outbox.connect(desk);
  page.dataset.ready = 'true';
  isReady();
}

function sent({ detail }) {
  if (shown === '' || shown === detail.conversation) sentUnseen.add(detail.id);
  // The rendered message may have come before the server's answer to it.
  inStep();
}

/** Draws the messages on their way to this conversation, those included that were sent and are not rendered yet. */
function showPending() {
  const mine = outbox.messages.filter(message => shown === undefined || (message.conversation ?? '') === shown);
  for (const message of mine) {
    let bubble = pending.querySelector(`[data-pending="${CSS.escape(message.id)}"]`);
    if (!bubble) pending.append(bubble = bubbleFor(message));
    bubble.classList.toggle('refused', Boolean(message.refusal));
    bubble.querySelector('[data-state]').textContent = message.refusal ?? 'Sending…';
    bubble.querySelector('[data-edit]').hidden = !message.refusal;
  }
  for (const bubble of [...pending.children]) {
    const id = bubble.dataset.pending;
    if (!sentUnseen.has(id) && !mine.some(message => message.id === id)) bubble.remove();
  }
  if (pinned) toBottom();
}

function bubbleFor(message) {
  const bubble = document.getElementById('pending-message').content.firstElementChild.cloneNode(true);
  bubble.dataset.pending = message.id;
  bubble.querySelector('[data-text]').textContent = message.text;
  bubble.querySelector('time').dateTime = new Date().toISOString();
  bubble.querySelector('[data-by]').hidden = Boolean(pending.children.length || room?.querySelector('[data-items] > :last-child')?.matches('.mine'));
  bubble.querySelector('[data-edit]').addEventListener('click', () => {
    outbox.remove(message.id);
    draft(message.text);
  });
  return bubble;
}

function scrolled() {
  fromBottom = scroller.scrollHeight - scroller.scrollTop;
  pinned = fromBottom - scroller.clientHeight < near;
  if (pinned) pill.hidden = true;
  else if (scroller.scrollTop < near) room.querySelector('[data-earlier]:not([disabled])')?.click();
}

function toBottom(behavior = 'instant') {
  pinned = true;
  pill.hidden = true;
  scroller.scrollTo({ top: scroller.scrollHeight, behavior });
}

/** Follows what is written only for a reader who is at the bottom; what comes in above moves nothing. */
function follow() {
  const last = room.querySelector('[data-items]')?.lastElementChild;
  const ticking = last?.querySelector('[data-show="left"]')?.textContent.length ?? 0;
  const now = last ? `${last.dataset.key} ${last.textContent.length - ticking}` : '';
  if (pinned) {
    toBottom();
  } else if (now !== newest) {
    pill.hidden = false;
    fromBottom = scroller.scrollHeight - scroller.scrollTop;
  } else {
    scroller.scrollTop = scroller.scrollHeight - fromBottom;
  }
  newest = now;
}

// The sheet has done its work once something in it was chosen.
document.getElementById('history').addEventListener('click', event => {
  if (event.target.closest('a, [data-new-conversation]') && event.currentTarget.matches(':popover-open')) event.currentTarget.hidePopover();
});

// What was sent before there was a circuit shows at once.
outbox.addEventListener('change', showPending);
showPending();
