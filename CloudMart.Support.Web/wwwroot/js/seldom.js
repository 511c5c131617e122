// What a page tells of every key would be too much: once in a while is enough for "is writing…".
const every = 3000;

/** Passes on the first call and then one in a while; after anew(), the next one again. */
export function seldom(tell) {
  let last = -every;
  const told = (...what) => {
    const now = performance.now();
    if (now - last < every) return;
    last = now;
    tell(...what);
  };
  told.anew = () => { last = -every; };
  return told;
}
