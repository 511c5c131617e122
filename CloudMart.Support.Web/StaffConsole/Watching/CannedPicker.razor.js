// A slash at the beginning of a reply opens the canned replies. What is typed from then on finds among them, and what is chosen goes into
// the reply, where it can still be changed. Leaving it gives back what was typed.

/** @param room where composers come and go. */
export function offerReplies(room) {
  room.addEventListener('input', event => {
    const { target: typed } = event;
    if (typed.matches('[data-picker] input')) return find(typed.closest('[data-picker]'));
    if (typed.matches('[data-kind="reply"] textarea') && event.data === '/' && typed.selectionStart === 1 && !event.isComposing) open(typed.form, true);
  });
  room.addEventListener('click', event => {
    const option = event.target.closest('[data-picker] [role="option"]');
    if (option) return choose(option);
    const opener = event.target.closest('[data-picker-open]');
    if (opener) open(opener.form, false);
  });
  // The focus stays where one types.
  room.addEventListener('mousedown', event => { if (event.target.closest('[data-picker] [role="listbox"]')) event.preventDefault(); });
  room.addEventListener('focusout', event => {
    const picker = event.target.closest('[data-picker]');
    if (picker && !picker.contains(event.relatedTarget)) picker.hidden = true;
  });
  room.addEventListener('keydown', event => {
    const picker = event.target.closest('[data-picker]');
    if (picker && !event.isComposing && event.keyCode !== 229 && key(picker, event.key)) event.preventDefault();
  });
}

function open(form, bySlash) {
  const picker = form.querySelector('[data-picker]');
  if (!picker) return;
  if (bySlash) write(boxOf(picker), box => box.setRangeText('', 0, 1, 'start'));
  picker.dataset.slash = bySlash ? '/' : '';
  picker.hidden = false;
  const typed = picker.querySelector('input');
  typed.value = '';
  find(picker);
  typed.focus();
}

/** @returns whether the key was meant for the list. */
function key(picker, pressed) {
  const shown = options(picker).filter(option => !option.hidden);
  const at = shown.findIndex(option => option.ariaSelected === 'true');
  const typed = picker.querySelector('input').value;
  switch (pressed) {
    case 'ArrowDown': select(picker, shown[(at + 1) % shown.length]); return true;
    case 'ArrowUp': select(picker, shown[(at - 1 + shown.length) % shown.length]); return true;
    case 'Enter': if (shown[at]) choose(shown[at]); return true;
    case 'Escape': leave(picker, picker.dataset.slash + (picker.dataset.slash ? typed : '')); return true;
    case 'Backspace': if (typed === '') leave(picker, ''); return typed === '';
    default: return false;
  }
}

/** Those whose title or text has what is typed in it. */
function find(picker) {
  const sought = picker.querySelector('input').value.trim().toLocaleLowerCase();
  for (const option of options(picker)) option.hidden = !option.textContent.toLocaleLowerCase().includes(sought);
  const first = options(picker).find(option => !option.hidden);
  select(picker, first);
  picker.querySelector('[role="status"]').textContent = first ? '' : 'No reply has these words.';
}

function select(picker, wanted) {
  for (const option of options(picker)) option.ariaSelected = option === wanted ? 'true' : 'false';
  const typed = picker.querySelector('input');
  if (wanted) typed.setAttribute('aria-activedescendant', wanted.id);
  else typed.removeAttribute('aria-activedescendant');
  wanted?.scrollIntoView({ block: 'nearest' });
}

function choose(option) { leave(option.closest('[data-picker]'), option.dataset.fill); }

/** Back in the reply, with this in front of what is written there. */
function leave(picker, text) {
  const box = boxOf(picker);
  picker.hidden = true;
  write(box, () => box.setRangeText(text, 0, 0, 'end'));
  box.focus();
}

/** As if it had been typed: drafts are kept, and the box grows. */
function write(box, change) {
  change(box);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

function boxOf(picker) { return picker.closest('form').querySelector('textarea'); }

function options(picker) { return [...picker.querySelectorAll('[role="option"]')]; }
