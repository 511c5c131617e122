// How far the reader has seen each conversation, kept in this browser. The server draws the divider where it is told that they were.
const page = document.getElementById('support');
const scroller = document.getElementById('scroller');
const memory = `seen:${page.dataset.customer}`;
const remembered = 50;
const near = 64;
const readingTime = 4000;

let room;
let desk;
let told;
let reading = 0;

export function attachUnread(element, deskReference) {
  room = element;
  desk = deskReference;
  document.addEventListener('visibilitychange', comeBack);
  scroller.addEventListener('scroll', look, { passive: true });
}

/** What is rendered has changed. Answers with the divider where it has just come. */
export function unreadInStep() {
  if (told !== room.dataset.conversation) {
    told = room.dataset.conversation;
    comeBack();
  }
  const divider = room.querySelector('[data-unread]');
  const come = divider && !divider.dataset.shown ? divider : null;
  if (come) come.dataset.shown = 'true';
  look();
  return come;
}

/** The reader opened the conversation, or returned to the page: says how far they had seen it. */
function comeBack() {
  const conversation = room.dataset.conversation;
  if (!conversation || document.visibilityState !== 'visible') return;
  const seen = all()[conversation];
  if (seen !== undefined && newest() > seen) desk.invokeMethodAsync('ReturnedAsync', conversation, seen);
  look();
}

/** Who looks at the end has seen everything; the divider goes once they have had the time to read. */
function look() {
  const conversation = room.dataset.conversation;
  if (!conversation || !atEnd()) return;
  keep(conversation, newest());
  if (!reading && room.querySelector('[data-unread]')) reading = setTimeout(haveRead, readingTime);
}

function haveRead() {
  reading = 0;
  if (atEnd()) desk.invokeMethodAsync('ReadAsync');
}

function atEnd() {
  return document.visibilityState === 'visible' && scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < near;
}

function newest() {
  return Number(room.dataset.last);
}

function all() {
  try {
    return JSON.parse(localStorage.getItem(memory) ?? '{}');
  } catch {
    return {};
  }
}

function keep(conversation, number) {
  const { [conversation]: before = 0, ...others } = all();
  if (number <= before) return;
  const newestFirst = [[conversation, number], ...Object.entries(others)].slice(0, remembered);
  try {
    localStorage.setItem(memory, JSON.stringify(Object.fromEntries(newestFirst)));
  } catch {
    // A browser that keeps nothing shows no divider.
  }
}
