// A sound and a notification for what newly needs attention. Off until somebody switches them on, and then only in this browser.

/**
 * @param room the console; it counts what came to need attention and says what did last.
 * @param show opens a conversation.
 * @param memory under which name the choice is kept.
 * @returns to be called whenever the console may have changed.
 */
export function alertTo(room, show, memory) {
  const chosen = read(memory);
  let heard = Number(room.dataset.raised);
  let sounds = null;

  room.addEventListener('click', async event => {
    const button = event.target.closest('[data-alert]');
    if (!button) return;
    const kind = button.dataset.alert;
    chosen[kind] = !chosen[kind];
    if (kind === 'sound' && chosen.sound) chime();
    if (kind === 'notification' && chosen.notification && await permission() !== 'granted') {
      chosen.notification = false;
      button.title = 'Your browser does not allow notifications from this site';
    }
    choose();
  });

  function choose() {
    localStorage.setItem(memory, JSON.stringify(chosen));
    draw();
  }

  function draw() {
    for (const button of room.querySelectorAll('[data-alert]')) button.ariaPressed = isOn(button.dataset.alert) ? 'true' : 'false';
  }

  /** What was allowed may have been forbidden since. */
  function isOn(kind) { return chosen[kind] && (kind !== 'notification' || globalThis.Notification?.permission === 'granted'); }

  /** Two short notes. Until the page is pressed once, browsers keep it silent. */
  function chime() {
    sounds ??= new AudioContext();
    sounds.resume();
    for (const [at, pitch] of [[0, 659], [0.16, 880]]) {
      const [tone, volume] = [sounds.createOscillator(), sounds.createGain()];
      const begins = sounds.currentTime + at;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0, begins);
      volume.gain.linearRampToValueAtTime(0.12, begins + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, begins + 0.3);
      tone.connect(volume).connect(sounds.destination);
      tone.start(begins);
      tone.stop(begins + 0.3);
    }
  }

  function isLookedAt() { return document.hasFocus() && room.dataset.conversation === room.dataset.raisedId; }

  /** Not to who looks at the console already. A page of Chrome on Android may be allowed them and still shows none: it sounds instead. */
  function notify() {
    if (document.hasFocus()) return;
    const { raisedId, raisedWords } = room.dataset;
    let shown;
    try {
      shown = new Notification('CloudMart Support', { body: raisedWords, tag: 'cloudmart-attention' });
    } catch {
      if (!chosen.sound) chime();
      Object.assign(chosen, { notification: false, sound: true });
      choose();
      return;
    }
    shown.addEventListener('click', () => {
      window.focus();
      show(raisedId);
      shown.close();
    });
  }

  draw();
  return () => {
    draw();
    const raised = Number(room.dataset.raised);
    if (raised <= heard) return;
    heard = raised;
    if (isOn('sound') && !isLookedAt()) chime();
    if (isOn('notification')) notify();
  };
}

async function permission() { return globalThis.Notification ? Notification.requestPermission() : 'denied'; }

function read(memory) {
  try {
    return { sound: false, notification: false, ...JSON.parse(localStorage.getItem(memory)) };
  } catch {
    return { sound: false, notification: false };
  }
}
