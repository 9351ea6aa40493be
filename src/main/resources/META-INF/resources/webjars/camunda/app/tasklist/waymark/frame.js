// Waymark around Tasklist and Cockpit: the way back, a sign-out that signs out, and no lost words when a session ends.

const SIGN_IN = '/sign-in';
let leaving = false;

function injector() {
  return window.angular && window.angular.element(document.body).injector();
}

// its words arrive a little later than the frame
function word(name) {
  return injector().get('$translate')(name);
}

function ended() {
  if (leaving || document.getElementById('waymark-ended')) { return; }
  if (!document.querySelector('.waymark-host #work')) {
    leaving = true;
    window.location.assign(SIGN_IN);
    return;
  }
  // somebody is in the middle of a task: leave it where it is, it saves itself once they are signed in again
  const bar = document.createElement('div');
  bar.id = 'waymark-ended';
  bar.setAttribute('role', 'alert');
  const link = document.createElement('a');
  link.href = SIGN_IN;
  link.target = '_blank';
  const said = document.createElement('span');
  word('WAYMARK_SIGN_IN').then((text) => { link.textContent = text; });
  word('WAYMARK_ENDED').then((text) => { said.textContent = `${text} `; });
  bar.append(said, link);
  document.body.append(bar);
}

// Tasklist would answer the end of a session by throwing the open task away: hear of it first
function watch() {
  if (!injector()) { return false; }
  const root = injector().get('$rootScope');
  const broadcast = root.$broadcast;
  // every scope inherits this from the root, so "this" is whoever broadcasts
  root.$broadcast = function (name, value) {
    if (name === 'authentication.logout.success') {
      leaving = true;
      window.location.assign(`${SIGN_IN}?out`);
    } else if (name === 'authentication.login.required' || (name === 'authentication.changed' && !value)) {
      setTimeout(ended, 200);
    } else {
      return broadcast.apply(this, arguments);
    }
    return { name, defaultPrevented: true, preventDefault() {} };
  };
  return true;
}

// on a phone the open task stands above the lists: whoever chose one from them is taken to its beginning
window.addEventListener('hashchange', () => {
  const frame = document.querySelector('.page-wrap');
  if (frame && /[?&]task=/.test(window.location.hash) && window.matchMedia('(max-width: 767px)').matches) {
    frame.scrollTop = 0;
  }
});

const watching = setInterval(() => { if (watch()) { clearInterval(watching); } }, 50);

function back(node) {
  const link = document.createElement('a');
  link.href = '/';
  link.target = '_self';
  link.className = 'waymark-back';
  word('WAYMARK_BACK').then((text) => { link.textContent = text; });
  node.append(link);
}

export default [
  { id: 'waymark-back', pluginPoint: 'tasklist.navbar.action', priority: 1000, render: back, unmount() {} },
  { id: 'waymark-back', pluginPoint: 'cockpit.navigation', priority: 0, render: back, unmount() {} },
];
