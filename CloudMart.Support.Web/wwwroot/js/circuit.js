// Starts the circuit and brings it back for as long as it takes: the page stays usable meanwhile, and nothing ever asks to reload.
import './skip.js';
import './times.js';

/** Tells 'up' and 'down'. */
export const circuit = Object.assign(new EventTarget(), { connected: false });

const pauses = [0, 1000, 2000, 3000, 5000];
const patience = 20000;
let back = null;

function tell() {
  const usable = circuit.connected && navigator.onLine;
  for (const bar of document.querySelectorAll('[data-connection-bar]')) {
    bar.hidden = usable || !back && navigator.onLine;
    bar.textContent = navigator.onLine
      ? 'Connection lost. Reconnecting…'
      : 'You’re offline. What you write is kept and sent when you’re back.';
  }
  circuit.dispatchEvent(new Event(usable ? 'up' : 'down'));
}

/** Resolves after the pause, or as soon as there is reason to hope. */
function pause(milliseconds) {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      document.removeEventListener('visibilitychange', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
    document.addEventListener('visibilitychange', done);
  });
}

async function comeBack() {
  for (let tries = 0; !circuit.connected; tries++) {
    await pause(pauses[Math.min(tries, pauses.length - 1)]);
    try {
      if (await Blazor.reconnect()) return;
      // The server was reached and knows this circuit no more. Drafts and unsent messages wait in sessionStorage.
      location.reload();
      return;
    } catch {
      // Not reached yet.
    }
  }
}

/** The page's interactive parts are alive. */
export function isReady() {
  circuit.connected = true;
  tell();
}

Blazor.start({
  ssr: { disableDomPreservation: true },
  circuit: {
    reconnectionHandler: {
      onConnectionDown() {
        circuit.connected = false;
        back ??= comeBack().finally(() => { back = null; });
        tell();
      },
      onConnectionUp() {
        circuit.connected = true;
        back = null;
        document.getElementById('blazor-error-ui').style.display = '';
        tell();
      },
    },
  },
});

addEventListener('online', tell);
addEventListener('offline', tell);

// A first connection that fails is not retried by Blazor.
if (document.querySelector('[data-needs-circuit]')) {
  const lookAgain = async () => {
    if (document.querySelector('[data-ready]')) return;
    const reached = await fetch('favicon.svg', { method: 'HEAD', cache: 'no-store' }).then(answer => answer.ok, () => false);
    if (reached) location.reload();
    else setTimeout(lookAgain, pauses.at(-1));
  };
  setTimeout(lookAgain, patience);
}
