// The timer of the block that runs, and the keys of whoever leads: D decides, P parks, the arrows go on and back.
const clock = document.querySelector('[data-until]');
if (clock) {
  const until = Date.parse(clock.dataset.until);
  const tick = () => {
    const left = Math.round((until - Date.now()) / 1000);
    const size = Math.abs(left);
    clock.textContent = `${left < 0 ? '+' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
    clock.classList.toggle('late', left < 0);
  };
  tick();
  setInterval(tick, 1000);
}
document.addEventListener('keydown', (event) => {
  if (event.target.closest('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey) { return; }
  const key = { d: '#decide', p: '#park', ArrowRight: '#next', ArrowLeft: '#back' }[event.key];
  const found = key && document.querySelector(key);
  if (!found) { return; }
  event.preventDefault();
  if (found.matches('button')) { found.click(); } else { found.closest('details')?.setAttribute('open', ''); found.focus(); }
});
