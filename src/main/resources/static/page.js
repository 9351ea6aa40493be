// What every page of Waymark needs: charts, and blocks that open and close, by button or by address.
import { draw } from './charts.js';

const openAimed = () => {
  const aimed = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (aimed instanceof HTMLDetailsElement) { aimed.open = true; aimed.scrollIntoView(); }
};
window.addEventListener('hashchange', openAimed);
openAimed();

if (document.querySelector('[data-live]')) { import('./live.js'); }

// a program that was launched a moment ago: its first stage opens behind the page
if (document.querySelector('[data-again]')) { setTimeout(() => location.reload(), 1500); }

draw(document);
document.addEventListener('htmx:afterSwap', (event) => draw(event.target));
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-toggle]');
  if (!button || button.closest('.wm.work')) { return; }
  const block = document.getElementById(button.dataset.toggle);
  block.hidden = !block.hidden;
  button.setAttribute('aria-expanded', String(!block.hidden));
});
