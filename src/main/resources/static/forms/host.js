// Hosts the fragment of a task: in Tasklist (imported by task.html) and on Waymark's own page.
// It saves every change as a draft, keeps what is typed when the connection is gone, and never replaces an input
// while somebody types in it: a save's answer brings totals, messages, the time and the version only.

import { bothTexts } from './both.js';

const QUIET = 500;     // milliseconds without a key before a change is sent
const AGAIN = 3000;    // between tries when the server cannot be reached
const BEAT = 60000;    // how often the open form may say that somebody works in it
const TRIES = 3;       // before somebody is asked to have the form shown again

const pause = (milliseconds) => new Promise((over) => { setTimeout(over, milliseconds); });

export function mountInTasklist(camForm) {
  if (!document.getElementById('waymark-style')) {
    const style = Object.assign(document.createElement('link'), {
      id: 'waymark-style', rel: 'stylesheet', href: '/waymark.css',
    });
    document.head.append(style);
  }
  const node = camForm.formElement[0].querySelector('.waymark-host');
  const translate = window.angular.element(document.body).injector().get('$translate');
  const words = (name) => translate(`WAYMARK_${name}`);
  const done = () => {
    window.waymarkMayComplete = true;
    const button = document.querySelector('button[ng-click="complete()"]');
    if (button.disabled) { button.disabled = false; }
    button.click();
  };
  new Host(node, camForm.taskId, words, done).open();
}

export function mountOnPage(node) {
  const words = async (name) => node.dataset[{ NOT_SHOWN: 'notShown', SHOW_AGAIN: 'showAgain' }[name]];
  const host = new Host(node, node.dataset.task, words, async () => {
    const answer = await host.send('POST', 'complete');
    if (answer && answer.ok) { window.location.assign(node.dataset.next); }
  });
  host.open();
}

class Host {
  constructor(node, task, words, complete) {
    this.node = node;
    this.task = task;
    this.words = words;
    this.complete = complete;
    // what was typed just before the window closes is sent on the way out
    window.addEventListener('pagehide', () => this.leave());
    window.addEventListener('beforeunload', (event) => { if (this.stuck && this.unsaved()) { event.preventDefault(); } });
  }

  async open() {
    let answer = null;
    for (let turn = 1; turn <= TRIES && !answer; turn++) {
      answer = await this.fetchFragment();
      if (answer && answer.status >= 500) { answer = null; }
      if (!answer && turn < TRIES) { await pause(AGAIN / 2); }
    }
    if (!answer || !answer.ok) {
      await this.notShown(answer);
      return;
    }
    this.show(await answer.text());
  }

  fetchFragment() {
    return fetch(`/tasks/${this.task}/work`, { headers: { 'Accept-Language': document.documentElement.lang || 'en' } })
      .catch(() => null);
  }

  // the reason in the server's words; without any, a sentence and a way to try again
  async notShown(answer) {
    const problem = answer && await answer.json().catch(() => null);
    const box = document.createElement('div');
    box.className = 'wm notice bad';
    box.setAttribute('role', 'alert');
    box.textContent = problem && problem.detail ? problem.detail : await this.words('NOT_SHOWN');
    if (!answer || answer.status === 401 || !problem) {
      const again = document.createElement('button');
      again.type = 'button';
      again.textContent = await this.words('SHOW_AGAIN');
      again.addEventListener('click', () => this.open());
      box.append(' ', again);
    }
    this.node.replaceChildren(box);
  }

  show(html) {
    this.touched = new Set();
    this.showAll = false;
    this.changes = 0;     // counts what was typed
    this.savedAt = 0;     // how much of it the server has
    this.timer = null;
    this.saving = null;
    this.stuck = false;   // the server cannot be reached, or not as this person
    this.both = false;    // somebody has to choose between two texts first
    this.node.innerHTML = html;
    this.root = this.node.querySelector('#work');
    this.version = Number(this.root.dataset.version);
    this.wire();
    this.errors();
    this.talk();
    this.node.dispatchEvent(new CustomEvent('waymark:shown', { bubbles: true, detail: this.root }));
    import('/charts.js').then((charts) => charts.draw(this.root)).catch(() => {});
  }

  wire() {
    const body = this.root.querySelector('#work-body');
    body.addEventListener('input', (event) => {
      this.pair(event.target);
      this.changed(event.target, QUIET);
    });
    body.addEventListener('change', (event) => {
      if (event.target.dataset.upload) { this.upload(event.target); } else { this.changed(event.target, 0); }
    });
    this.root.addEventListener('keydown', (event) => {
      // Tasklist wraps the fragment in its own form: Enter in a field must not complete the task
      if (event.key === 'Enter' && event.target.matches('input:not([type=button])')) { event.preventDefault(); }
    });
    this.root.addEventListener('click', (event) => this.click(event));
    this.watch();
  }

  // minutes are counted while something moves here: a form left open in another window costs nobody a minute
  watch() {
    clearInterval(this.beat);
    let moved = false;
    const move = () => { moved = true; };
    for (const sign of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove']) {
      this.root.addEventListener(sign, move, { passive: true });
    }
    this.beat = setInterval(() => {
      if (!this.root.isConnected) { clearInterval(this.beat); return; }
      if (!moved || document.hidden) { return; }
      moved = false;
      fetch(`/tasks/${this.task}/here`, { method: 'POST', headers: this.headers() }).catch(() => {});
    }, BEAT);
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

  // one save at a time; what is typed meanwhile is sent by the next turn; true when the server has everything
  async saveNow() {
    while (this.savedAt < this.changes) {
      if (this.both) { this.root.querySelector('#work-both').scrollIntoView({ block: 'center' }); return false; }
      const upTo = this.changes;
      this.say(this.root.dataset.textSaving);
      const answer = await this.put();
      const trouble = this.trouble(answer);
      this.stuck = Boolean(trouble);
      if (trouble) {
        this.notice(trouble, true);
        this.say(this.root.dataset.textNotSaved);
        await pause(AGAIN);
        if (answer) { await this.refreshToken(); }
      } else if (answer.ok) {
        this.savedAt = upTo;
        this.notice('');
        this.state(await answer.text());
      } else if (answer.status === 409) {
        if (!await this.stale(answer)) { return false; }
      } else {
        // not advanced: handing in without this text would lose it, so it is refused again there
        this.refused(await answer.json().catch(() => ({})));
        return false;
      }
    }
    return true;
  }

  put() {
    const fields = this.fields();
    fields.append('_version', this.version);
    return fetch(`/tasks/${this.task}/work`, { method: 'PUT', headers: this.headers(), body: fields }).catch(() => null);
  }

  // why the save did not reach anybody who could judge it; it is tried again until it does
  trouble(answer) {
    if (!answer) { return this.root.dataset.textOffline; }
    if (answer.status === 401) { return this.root.dataset.textSignedOut; }
    if (answer.status === 403 && !(answer.headers.get('Content-Type') || '').includes('problem')) {
      return this.root.dataset.textSignedOut;
    }
    return answer.status >= 500 ? this.root.dataset.textFailed : '';
  }

  unsaved() { return Boolean(this.root) && this.savedAt < this.changes; }

  leave() {
    if (!this.unsaved() || this.both) { return; }
    const fields = this.fields();
    fields.append('_version', this.version);
    fetch(`/tasks/${this.task}/work`, { method: 'PUT', headers: this.headers(), body: fields, keepalive: true }).catch(() => {});
  }

  async parsed(answer) {
    return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#work');
  }

  // a new sign-in has a new token; the version stays ours, or another window's text would be lost without a word
  async refreshToken() {
    const answer = await this.fetchFragment();
    if (answer && answer.ok) { this.root.dataset.csrf = (await this.parsed(answer)).dataset.csrf; }
  }

  // saved elsewhere since we looked, or closed altogether; true when there is nothing to choose and saving may go on
  async stale(answer) {
    const theirs = await this.fetchFragment();
    if (!theirs || !theirs.ok) {
      this.refused(await (theirs && theirs.status === 409 ? theirs : answer).json().catch(() => ({})));
      return false;
    }
    const fresh = await this.parsed(theirs);
    const go = (version) => { this.both = false; this.version = version; };
    const differs = bothTexts(this.root, fresh, {
      here: () => { go(Number(fresh.dataset.version)); this.changes++; this.save(); },
      there: () => { this.show(fresh.outerHTML); },
    });
    if (!differs) { go(Number(fresh.dataset.version)); return true; }
    this.both = true;
    this.say(this.root.dataset.textNotSaved);
    return false;
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
      // a field that takes percent is named as the share it fills, with its sign behind
      for (const input of this.root.querySelectorAll(`[name="${CSS.escape(field)}"], [name="${CSS.escape(field)}%"]`)) {
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

  refused(problem) {
    const slot = problem.field && this.root.querySelector(`.err[data-for="${CSS.escape(problem.field)}"]`);
    if (slot) { slot.textContent = problem.detail; }
    this.notice(slot ? '' : problem.detail || this.root.dataset.textFailed, true);
    this.say(this.root.dataset.textNotSaved);
  }

  // to the first thing that was said about what could not be saved
  toRefused() {
    const said = [...this.root.querySelectorAll('.err[data-for], #work-notice, #work-both')]
      .find((one) => !one.hidden && one.textContent.trim());
    if (said) { said.scrollIntoView({ block: 'center' }); }
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
    if (button.id === 'work-submit' || button.id === 'work-submit-stage') {
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

  // keeps a file beside the form and puts its link where it belongs; the form saves the link like any other word
  async upload(input) {
    const [file] = input.files;
    if (!file) { return; }
    const into = this.root.querySelector(`[name="${CSS.escape(input.dataset.into)}"]`);
    const slot = this.root.querySelector(`.err[data-for="${CSS.escape(input.dataset.into)}"]`);
    const body = new FormData();
    body.append('file', file);
    const headers = this.root.dataset.csrf ? { [this.root.dataset.csrfHeader]: this.root.dataset.csrf } : {};
    const answer = await fetch(input.dataset.upload, { method: 'POST', headers, body }).catch(() => null);
    const said = answer ? await answer.json().catch(() => ({})) : {};
    if (!answer || !answer.ok) {
      if (slot) { slot.textContent = answer ? said.detail || answer.statusText : this.root.dataset.textOffline; }
      return;
    }
    into.value = said.link;
    if (slot) { slot.textContent = ''; }
    this.changed(into, 0);
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
      if (!whole) { this.toRefused(); return; }
      const state = this.root.querySelector('#work-state');
      if (state.dataset.invalid === 'true') { this.firstError(); return; }
      if (!await this.wish(button.id === 'work-submit-stage')) { return; }
      await this.complete();
    } finally {
      button.disabled = false;
      for (const again of this.root.querySelectorAll('#work-submit, #work-submit-stage')) { again.disabled = false; }
    }
  }

  // where the stage may be submitted with the agreement, the wish is told before: completing itself carries no word
  async wish(submit) {
    if (!this.root.querySelector('#work-submit-stage')) { return true; }
    const answer = await this.send('PUT', 'submit-stage', new URLSearchParams({ wish: String(submit) }));
    return Boolean(answer && answer.ok);
  }

  // what people say about the task stands beside it; without it the task is as good as before
  async talk() {
    const place = this.root.querySelector('#work-talk');
    const answer = place && await fetch(`/tasks/${this.task}/comments`).catch(() => null);
    if (answer && answer.ok) { place.innerHTML = await answer.text(); }
  }

  async said(html) {
    const place = this.root.querySelector('#work-talk');
    place.innerHTML = html;
    const last = place.querySelector('.talk-lines > li:last-child');
    if (last) { last.tabIndex = -1; last.focus(); }
  }

  async aside(button) {
    const box = button.closest('[data-post]');
    const fields = new URLSearchParams();
    for (const input of box.querySelectorAll('[name]')) {
      if (input.type !== 'checkbox' || input.checked) { fields.append(input.name.slice(1), input.value); }
    }
    const answer = await fetch(`/tasks/${this.task}/${box.dataset.post}`, {
      method: 'POST', headers: this.headers(), body: fields,
    }).catch(() => null);
    const error = box.querySelector('[data-aside-error]');
    if (!answer) { error.textContent = this.root.dataset.textOffline; return; }
    if (!answer.ok) { error.textContent = (await answer.json().catch(() => ({}))).detail || answer.statusText; return; }
    error.textContent = '';
    if (box.dataset.post === 'comments') { await this.said(await answer.text()); return; }
    box.hidden = true;
    if (box.dataset.post === 'stand-in') { await this.open(); return; }
    this.notice(await answer.text(), false);
    if (box.dataset.post === 'prove') {
      box.querySelector('input').value = '';
      this.changed(this.root, 0);
    }
    if (box.dataset.post === 'pass-on') {
      this.root.querySelector('#work-body').inert = true;
      this.root.querySelector('#work-state').hidden = true;
    }
  }
}
