// Two windows wrote into one task: shows both texts, field by field, and lets their writer choose.

function value(input) {
  if (input.type === 'radio' || input.type === 'checkbox') { return input.checked ? nameOf(input) || input.value : ''; }
  if (input.tagName === 'SELECT') { return [...input.selectedOptions].map((option) => option.textContent.trim()).join(', '); }
  return input.value;
}

function words(node) { return node ? node.textContent.replace(/\s+/g, ' ').trim() : ''; }

function nameOf(input) {
  const labels = input.labels ? [...input.labels].map(words).join(' ') : '';
  return (input.getAttribute('aria-label') || labels).slice(0, 120);
}

function label(input) {
  if (input.type !== 'radio') { return nameOf(input) || input.name; }
  return words(input.closest('fieldset')?.querySelector('legend')) || nameOf(input) || input.name;
}

// field name -> what a person would read there; an empty field and one that is not there are the same
function texts(root) {
  const found = new Map();
  for (const input of root.querySelectorAll('#work-body [name]')) {
    if (input.name.startsWith('_') || input.type === 'hidden' || input.disabled || input.closest('template')) { continue; }
    const before = found.get(input.name);
    const text = [before && before.text, value(input)].filter(Boolean).join(', ');
    found.set(input.name, { label: before ? before.label : label(input), text });
  }
  return found;
}

function cell(row, tag, text) {
  const node = document.createElement(tag);
  if (tag === 'th') { node.scope = 'row'; }
  node.textContent = text;
  row.append(node);
}

/** Shows what differs and calls here or there by what is chosen; false when nothing differs. */
export function bothTexts(root, fresh, choose) {
  const here = texts(root);
  const there = texts(fresh);
  const rows = [];
  for (const name of new Set([...here.keys(), ...there.keys()])) {
    const mine = here.get(name);
    const theirs = there.get(name);
    if ((mine ? mine.text : '') === (theirs ? theirs.text : '')) { continue; }
    const row = document.createElement('tr');
    cell(row, 'th', (mine || theirs).label);
    cell(row, 'td', mine && mine.text ? mine.text : '–');
    cell(row, 'td', theirs && theirs.text ? theirs.text : '–');
    rows.push(row);
  }
  if (!rows.length) { return false; }
  const box = root.querySelector('#work-both');
  box.querySelector('tbody').replaceChildren(...rows);
  box.hidden = false;
  for (const which of ['here', 'there']) {
    box.querySelector(`[data-keep=${which}]`).onclick = () => { box.hidden = true; choose[which](); };
  }
  box.scrollIntoView({ block: 'center' });
  return true;
}
