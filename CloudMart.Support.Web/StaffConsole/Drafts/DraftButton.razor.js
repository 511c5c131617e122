// A draft is put where the person writes, behind what is there already; it is sent by nobody but them.
export function fill(button, conversation, text) {
  const form = button.closest('[data-composer]');
  if (form?.dataset.conversation !== conversation || form.dataset.kind !== 'reply') return;
  const box = form.querySelector('textarea');
  box.value = box.value.trim() === '' ? text : `${box.value.trimEnd()}\n\n${text}`;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.focus();
}
