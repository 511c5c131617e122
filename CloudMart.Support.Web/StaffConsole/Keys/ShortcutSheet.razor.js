// The keys of the console. What a key does is looked up in the sheet, so that it does what the sheet says. Not while something is written,
// and not with a key that belongs to the browser. Single keys can be switched off: who speaks to a computer presses many by accident.

/**
 * @param room the console.
 * @param act does a deed with the open conversation.
 * @param memory under which name it is kept that they are switched off.
 */
export function hearKeys(room, act, memory) {
  const sheet = room.querySelector('[data-sheet]');
  const on = sheet.querySelector('[data-keys-on]');
  on.checked = localStorage.getItem(memory) !== 'off';
  on.addEventListener('change', () => localStorage.setItem(memory, on.checked ? 'on' : 'off'));
  room.addEventListener('click', event => { if (event.target.closest('[data-sheet-open]')) sheet.showModal(); });

  const does = {
    next: () => walk(room, 1),
    previous: () => walk(room, -1),
    search: () => { showInbox(room); room.querySelector('[role="search"] input')?.focus(); },
    reply: () => write(room, 'reply'),
    note: () => write(room, 'note'),
    sheet: () => sheet.showModal(),
    close: () => {
      sheet.close();
      for (const drawer of room.querySelectorAll(':popover-open')) drawer.hidePopover();
    },
  };

  document.addEventListener('keydown', event => {
    const writing = event.target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable]');
    if (event.repeat && !'jk'.includes(event.key) || writing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const shortcut = sheet.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
    if (!shortcut || key.length === 1 && !on.checked && key !== '?' || sheet.open && key !== 'Escape') return;
    if (key !== 'Escape') event.preventDefault();
    if (shortcut.dataset.deed) act(shortcut.dataset.deed);
    else does[shortcut.dataset.does]();
  });
}

/** From row to row; first to the open one, or to the first. */
function walk(room, steps) {
  showInbox(room);
  const rows = [...room.querySelectorAll('[data-row]')];
  const at = rows.indexOf(document.activeElement);
  const open = rows.findIndex(row => row.getAttribute('aria-current') === 'page');
  const next = at >= 0 ? at + steps : open >= 0 ? open + steps : 0;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}

/** Where there is little room it is a drawer. */
function showInbox(room) {
  const inbox = room.querySelector('#inbox');
  if (!inbox.checkVisibility()) inbox.showPopover();
}

function write(room, kind) {
  const form = room.querySelector('[data-composer]');
  if (!form) return;
  if (form.dataset.kind !== kind) form.querySelector(`[data-for-kind="${kind}"]`).click();
  form.querySelector('textarea').focus();
}
