// Writes every <time> in the reader's own zone and language; the server only knows the moment.
const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });

/** @param {'moment' | 'day' | 'inline-day' | 'coming'} show */
function words(at, show) {
  const now = new Date();
  const today = at.toDateString() === now.toDateString();
  if (show === 'coming') return today ? `at ${clock.format(at)}` : `on ${weekday.format(at)} at ${clock.format(at)}`;
  if (today) return { 'day': 'Today', 'inline-day': 'today' }[show] ?? clock.format(at);
  const date = (at.getFullYear() === now.getFullYear() ? day : dayAndYear).format(at);
  return show === 'moment' ? `${date}, ${clock.format(at)}` : date;
}

/** Whether the time is up, the server says. */
function left(until) {
  const minutes = Math.ceil((until - Date.now()) / 60000);
  return minutes > 1 ? `${minutes} min left` : 'Less than a minute left';
}

function span(minutes) {
  return minutes < 60 ? `${minutes} min` : minutes < 1440 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`;
}

/** For how long somebody has waited, and how long they should at most. */
function since(at, by, late) {
  const [waited, target] = [Date.now() - at, by - at].map(time => Math.max(0, Math.floor(time / 60000)));
  return late ? `${span(waited)}, late` : waited < 60 && target < 60 ? `${waited} of ${target} min` : `${span(waited)} of ${span(target)}`;
}

function running(time) {
  if (time.dataset.show === 'left') return left(new Date(time.dateTime));
  const by = new Date(time.dataset.by);
  const late = Date.now() > by;
  time.toggleAttribute('data-late', late);
  return since(new Date(time.dateTime), by, late);
}

function countDown(time) {
  const words = running(time);
  if (time.textContent !== words) time.textContent = words;
}

function write(time) {
  const at = new Date(time.dateTime);
  if (Number.isNaN(at.getTime())) return;
  if (time.dataset.show === 'left' || time.dataset.show === 'since') {
    countDown(time);
    return;
  }
  if (time.dataset.written === time.dateTime) return;
  time.dataset.written = time.dateTime;
  time.textContent = words(at, time.dataset.show ?? 'moment');
  time.title = full.format(at);
}

function writeAll(root) {
  if (root.matches?.('time[datetime]')) write(root);
  root.querySelectorAll?.('time[datetime]').forEach(write);
}

new MutationObserver(changes => {
  for (const change of changes) {
    if (change.type === 'attributes') writeAll(change.target);
    else change.addedNodes.forEach(writeAll);
  }
}).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['datetime'] });
writeAll(document);
setInterval(() => document.querySelectorAll('time:is([data-show="left"], [data-show="since"])').forEach(countDown), 5000);
