// How Tasklist presents itself as a part of Waymark.
export default {
  app: { name: 'Tasks', vendor: 'Waymark' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
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
