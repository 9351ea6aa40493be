// Keeps the board up to date: asks whether what is shown still stands, and changes only the parts that are not.
// Costs nothing while nothing changes (304), nothing at all while nobody looks.
const EVERY = 5000;
const SLOWEST = 60000;
let pause = EVERY;
let timer = 0;

async function look() {
  const lines = document.getElementById('lines');
  if (!lines || document.hidden) { return; }
  try {
    const answer = await fetch(location.href, {
      headers: { 'If-None-Match': lines.dataset.standing, Accept: 'text/html' }, cache: 'no-store', redirect: 'manual',
    });
    pause = EVERY;
    if (answer.ok) { exchange(new DOMParser().parseFromString(await answer.text(), 'text/html'), lines.dataset.standing); }
  } catch {
    pause = Math.min(pause * 2, SLOWEST);
  }
}

// the reader may have filtered meanwhile: then the answer belongs to another board
function exchange(page, asked) {
  if (document.getElementById('lines').dataset.standing !== asked) { return; }
  for (const old of document.querySelectorAll('[data-live]')) {
    const fresh = page.getElementById(old.id);
    if (!fresh) { continue; }
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const way = focused && focused.getAttribute('href');
    const scrolled = [...old.querySelectorAll('.scroll')].map((box) => box.scrollLeft);
    mark(old, fresh);
    old.replaceWith(document.importNode(fresh, true));
    const now = document.getElementById(old.id);
    now.querySelectorAll('.scroll').forEach((box, at) => { box.scrollLeft = scrolled[at] || 0; });
    if (focused) {
      const same = way ? [...now.querySelectorAll('a')].find((one) => one.getAttribute('href') === way) : now.querySelector('[tabindex]');
      if (same) { same.focus({ preventScroll: true }); }
    }
  }
}

// says which programs moved, to the eye for a moment and to a screen reader in words
function mark(old, fresh) {
  const moved = [...fresh.querySelectorAll('tr[id^=row-]')].filter((row) => {
    const before = old.querySelector(`#${CSS.escape(row.id)}`);
    return !before || before.textContent !== row.textContent || before.innerHTML !== row.innerHTML;
  });
  moved.forEach((row) => row.classList.add('moved'));
  const said = document.getElementById('said');
  if (moved.length && said) { said.textContent = moved.map((row) => row.querySelector('.name').textContent).join(', '); }
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(async () => { await look(); wait(); }, pause);
}

document.addEventListener('visibilitychange', () => { if (!document.hidden) { look().then(wait); } });
wait();
