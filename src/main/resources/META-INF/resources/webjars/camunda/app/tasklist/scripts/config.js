// How Tasklist presents itself as a part of Waymark.

// its loader gives up after seven seconds and then shows its wheel for good: on a slow line it waits instead
window.require.config({ waitSeconds: 0 });

// the language its reader chose in Waymark, whatever the browser speaks
const answer = await fetch(new URL('../locales/mine.json', import.meta.url)).catch(() => null);
const language = answer && answer.ok ? (await answer.json()).language : 'en';
document.documentElement.lang = language;

export default {
  app: { name: 'Tasks', vendor: 'Waymark' },
  locales: { availableLocales: [language], fallbackLocale: language },
  // a name of its own, so that it never meets the token of Waymark's pages
  csrfCookieName: 'WAYMARK-ENGINE-TOKEN',
  disableWelcomeMessage: true,
  customScripts: ['waymark/frame'],
  shortcuts: {
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first list' },
    focusList: { key: 'ctrl+alt+l', description: 'set the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'set the focus to the first field of a task' },
  },
};
