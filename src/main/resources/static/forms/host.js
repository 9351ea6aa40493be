// Hosts the fragment of a task: in Tasklist (imported by task.html) and on Waymark's own page.
// It saves every change as a draft, keeps what is typed when the connection is gone, and never replaces an input
// while somebody types in it: a save's answer brings totals, messages, the time and the version only.

const QUIET = 500;     // milliseconds without a key before a change is sent
const AGAIN = 3000;    // between tries when the server cannot be reached

export function mountInTasklist(camForm) {
  if (!document.getElementById('waymark-style')) {
    const style = Object.assign(document.createElement('link'), {
      id: 'waymark-style', rel: 'stylesheet', href: '/waymark.css',
    });
    document.head.append(style);
  }
  const node = camForm.formElement[0].querySelector('.waymark-host');
  const done = () => {
    window.waymarkMayComplete = true;
    const button = document.querySelector('button[ng-click="complete()"]');
    if (button.disabled) { button.disabled = false; }
    button.click();
  };
  new Host(node, camForm.taskId, done).open();
}

export function mountOnPage(node) {
  const host = new Host(node, node.dataset.task, async () => {
    const answer = await host.send('POST', 'complete');
    if (answer && answer.ok) { window.location.assign(node.dataset.next); }
  });
  host.open();
}

class Host {
  constructor(node, task, complete) {
    this.node = node;
    this.task = task;
    this.complete = complete;
    this.touched = new Set();
    this.showAll = false;
    this.changes = 0;     // counts what was typed
    this.savedAt = 0;     // how much of it the server has
    this.timer = null;
    this.saving = null;
  }

  async open() {
    const answer = await fetch(`/tasks/${this.task}/work`, { headers: { 'Accept-Language': document.documentElement.lang || 'en' } });
    if (!answer.ok) {
      const problem = await answer.json().catch(() => null);
      const p = document.createElement('p');
      p.className = 'wm notice bad';
      p.textContent = problem && problem.detail ? problem.detail : answer.statusText;
      this.node.replaceChildren(p);
      return;
    }
    this.node.innerHTML = await answer.text();
    this.root = this.node.querySelector('#work');
    this.version = Number(this.root.dataset.version);
    this.wire();
    this.errors();
    this.node.dispatchEvent(new CustomEvent('waymark:shown', { bubbles: true, detail: this.root }));
    import('/charts.js').then((charts) => charts.draw(this.root)).catch(() => {});
  }

  wire() {
    const body = this.root.querySelector('#work-body');
    body.addEventListener('input', (event) => {
      this.pair(event.target);
      this.changed(event.target, QUIET);
    });
    body.addEventListener('change', (event) => this.changed(event.target, 0));
    this.root.addEventListener('keydown', (event) => {
      // Tasklist wraps the fragment in its own form: Enter in a field must not complete the task
      if (event.key === 'Enter' && event.target.matches('input:not([type=button])')) { event.preventDefault(); }
    });
    this.root.addEventListener('click', (event) => this.click(event));
  }

  pair(input) {
    if (!input.dataset.pair) { return; }
    for (const other of this.root.querySelectorAll(`[data-pair="${CSS.escape(input.dataset.pair)}"]`)) {
      if (other !== input) { other.value = input.value || '0'; }
    }
  }

  changed(input, wait) {
    if (input.dataset.local !== undefined) { return; }
    if (input.name) { this.touched.add(input.name); }
    this.changes++;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  fields() {
    const pairs = new URLSearchParams();
    for (const input of this.root.querySelectorAll('#work-body [name]')) {
      if (input.name.startsWith('_') || input.disabled || input.closest('template')) { continue; }
      if ((input.type === 'radio' || input.type === 'checkbox') && !input.checked) { continue; }
      if (input.multiple) {
        for (const option of input.selectedOptions) { pairs.append(input.name, option.value); }
      } else {
        pairs.append(input.name, input.value);
      }
    }
    return pairs;
  }

  save() {
    clearTimeout(this.timer);
    if (!this.saving) {
      this.saving = this.saveNow().finally(() => { this.saving = null; });
    }
    return this.saving;
  }

  // one save at a time; what is typed meanwhile is sent by the next turn
  async saveNow() {
    while (this.savedAt < this.changes) {
      const upTo = this.changes;
      const fields = this.fields();
      fields.append('_version', this.version);
      this.say(this.root.dataset.textSaving);
      let answer;
      try {
        answer = await fetch(`/tasks/${this.task}/work`, { method: 'PUT', headers: this.headers(), body: fields });
      } catch (gone) {
        this.notice(this.root.dataset.textOffline, true);
        await new Promise((again) => setTimeout(again, AGAIN));
        continue;
      }
      if (answer.status === 401 || answer.status === 403 && !(answer.headers.get('Content-Type') || '').includes('problem')) {
        this.notice(this.root.dataset.textSignedOut, true);
        await new Promise((again) => setTimeout(again, AGAIN));
        await this.refreshToken();
        continue;
      }
      if (answer.status >= 500) {
        this.notice(this.root.dataset.textFailed, true);
        await new Promise((again) => setTimeout(again, AGAIN));
        continue;
      }
      this.savedAt = upTo;
      if (answer.ok) {
        this.notice('');
        this.state(await answer.text());
      } else {
        const problem = await answer.json().catch(() => ({}));
        this.refused(problem, answer.status);
        return false;
      }
    }
    return true;
  }

  async refreshToken() {
    const answer = await fetch(`/tasks/${this.task}/work`).catch(() => null);
    if (answer && answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#work');
      this.root.dataset.csrf = fresh.dataset.csrf;
      this.version = Number(fresh.dataset.version);
    }
  }

  headers() {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    if (this.root.dataset.csrf) { headers[this.root.dataset.csrfHeader] = this.root.dataset.csrf; }
    return headers;
  }

  async send(method, path, fields) {
    const answer = await fetch(`/tasks/${this.task}/${path}`, {
      method, headers: this.headers(), body: fields || new URLSearchParams(),
    }).catch(() => null);
    if (!answer) {
      this.notice(this.root.dataset.textOffline, true);
    } else if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      this.notice(problem.detail || answer.statusText, true);
    }
    return answer;
  }

  state(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('#work-state');
    const old = this.root.querySelector('#work-state');
    const focused = document.activeElement && old.contains(document.activeElement) ? document.activeElement.id : '';
    this.version = Number(fresh.dataset.version);
    // totals may also stand inside the body, where the template put them
    const inBody = this.root.querySelector('#work-body #work-totals');
    const freshTotals = fresh.querySelector('#work-totals');
    if (inBody && freshTotals) {
      inBody.replaceWith(document.importNode(freshTotals, true));
      freshTotals.remove();
    }
    old.replaceWith(document.importNode(fresh, true));
    if (focused) { const again = document.getElementById(focused); if (again) { again.focus(); } }
    this.errors();
    import('/charts.js').then((charts) => charts.draw(this.root)).catch(() => {});
  }

  errors() {
    const missing = new Map();
    for (const item of this.root.querySelectorAll('#work-errors li')) { missing.set(item.dataset.field, item.textContent); }
    for (const slot of this.root.querySelectorAll('.err[data-for]')) {
      const field = slot.dataset.for;
      const show = missing.has(field) && (this.showAll || this.touched.has(field));
      slot.textContent = show ? missing.get(field) : '';
      for (const input of this.root.querySelectorAll(`[name="${CSS.escape(field)}"]`)) {
        if (show) {
          if (!slot.id) { slot.id = `err-${field.replace(/[^A-Za-z0-9-]/g, '-')}`; }
          input.setAttribute('aria-invalid', 'true');
          input.setAttribute('aria-describedby', slot.id);
        } else {
          input.removeAttribute('aria-invalid');
          input.removeAttribute('aria-describedby');
        }
      }
    }
  }

  firstError() {
    this.showAll = true;
    this.errors();
    const first = this.root.querySelector('#work-errors li');
    if (!first) { return; }
    const field = CSS.escape(first.dataset.field);
    const target = this.root.querySelector(`[name="${field}"], [data-for="${field}"], [name^="${field}"]`);
    if (!target) { this.notice(first.textContent, true); return; }
    for (let box = target.parentElement; box && box !== this.root; box = box.parentElement) {
      if (box.tagName === 'DETAILS') { box.open = true; }
      if (box.hidden) { box.hidden = false; }
    }
    const slot = this.root.querySelector(`.err[data-for="${field}"]`);
    if (!slot) { this.notice(first.textContent, true); }
    target.scrollIntoView({ block: 'center' });
    if (target.focus) { target.focus({ preventScroll: true }); }
  }

  refused(problem, status) {
    const slot = problem.field && this.root.querySelector(`.err[data-for="${CSS.escape(problem.field)}"]`);
    if (slot) { slot.textContent = problem.detail; }
    if (!slot || status === 409) { this.notice(problem.detail || '', true); }
    this.say('');
  }

  notice(text, bad) {
    const box = this.root.querySelector('#work-notice');
    box.textContent = text;
    box.hidden = !text;
    box.classList.toggle('bad', Boolean(bad));
  }

  say(text) { const place = this.root.querySelector('#work-saved'); if (place && text) { place.textContent = text; } }

  async click(event) {
    const button = event.target.closest('button');
    if (!button) { return; }
    if (button.id === 'work-submit') {
      await this.submit(button);
    } else if (button.dataset.firstError !== undefined) {
      this.firstError();
    } else if (button.dataset.toggle) {
      const block = this.root.querySelector(`#${CSS.escape(button.dataset.toggle)}`);
      block.hidden = !block.hidden;
      button.setAttribute('aria-expanded', String(!block.hidden));
    } else if (button.dataset.add) {
      this.add(button.dataset.add);
    } else if (button.dataset.remove !== undefined) {
      button.closest('[data-item]').remove();
      this.changed(this.root, 0);
    } else if (button.dataset.send !== undefined) {
      await this.aside(button);
    }
  }

  add(list) {
    const template = this.root.querySelector(`template[data-row="${CSS.escape(list)}"]`);
    const used = [...this.root.querySelectorAll(`#work-body [name^="${CSS.escape(list)}["]`)]
      .map((input) => Number((input.name.slice(list.length).match(/^\[(\d+)\]/) || [0, -1])[1]));
    const next = Math.max(-1, ...used) + 1;
    const holder = document.createElement('template');
    holder.innerHTML = template.innerHTML.replaceAll('__i__', String(next));
    const row = holder.content.firstElementChild;
    template.parentElement.insertBefore(row, template);
    const first = row.querySelector('input:not([type=hidden]), select, textarea');
    if (first) { first.focus(); }
  }

  async submit(button) {
    button.disabled = true;
    try {
      const whole = await this.save();
      if (whole === false) { return; }
      const state = this.root.querySelector('#work-state');
      if (state.dataset.invalid === 'true') { this.firstError(); return; }
      await this.complete();
    } finally {
      button.disabled = false;
      const again = this.root.querySelector('#work-submit');
      if (again) { again.disabled = false; }
    }
  }

  async aside(button) {
    const box = button.closest('[data-post]');
    const fields = new URLSearchParams();
    for (const input of box.querySelectorAll('[name]')) { fields.append(input.name.slice(1), input.value); }
    const answer = await fetch(`/tasks/${this.task}/${box.dataset.post}`, {
      method: 'POST', headers: this.headers(), body: fields,
    }).catch(() => null);
    const error = box.querySelector('[data-aside-error]');
    if (!answer) { error.textContent = this.root.dataset.textOffline; return; }
    if (!answer.ok) { error.textContent = (await answer.json().catch(() => ({}))).detail || answer.statusText; return; }
    error.textContent = '';
    box.hidden = true;
    this.notice(await answer.text(), false);
    if (box.dataset.post === 'pass-on') {
      this.root.querySelector('#work-body').inert = true;
      this.root.querySelector('#work-state').hidden = true;
    }
  }
}
