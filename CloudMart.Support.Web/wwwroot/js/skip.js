// Keeps the link past the header on the page that it stands on: a conversation gets its address in the browser, and what is shown
// where there is no page has an address of its own.
const link = document.querySelector('.skip');

export function skipHere() { link.href = `${location.pathname}${location.search}#main`; }

skipHere();
