// Keeps the list of payments fresh without loading the page anew: a reload in the moment of a tap would lose the tap.
const everyMs = 2000;
const list = document.querySelector('main');

async function refresh() {
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    if (fresh && fresh.innerHTML !== list?.innerHTML) list?.replaceChildren(...fresh.childNodes);
  } catch {
    // The simulator is away, as in a restart; the next round finds it again.
  }
}

setInterval(refresh, everyMs);
