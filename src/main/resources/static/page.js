// What every page of Waymark needs: charts, and blocks that open and close.
import { draw } from './charts.js';

draw(document);
document.addEventListener('htmx:afterSwap', (event) => draw(event.target));
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-toggle]');
  if (!button || button.closest('.wm.work')) { return; }
  const block = document.getElementById(button.dataset.toggle);
  block.hidden = !block.hidden;
  button.setAttribute('aria-expanded', String(!block.hidden));
});
