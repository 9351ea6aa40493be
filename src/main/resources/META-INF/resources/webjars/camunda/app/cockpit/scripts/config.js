// How Cockpit presents itself as a part of Waymark.

// its loader gives up after seven seconds and then shows its wheel for good: on a slow line it waits instead
window.require.config({ waitSeconds: 0 });

// the language its reader chose in Waymark, whatever the browser speaks
const answer = await fetch(new URL('../locales/mine.json', import.meta.url)).catch(() => null);
const language = answer && answer.ok ? (await answer.json()).language : 'en';
document.documentElement.lang = language;

export default {
  app: { name: 'Engine', vendor: 'Waymark' },
  locales: { availableLocales: [language], fallbackLocale: language },
  csrfCookieName: 'WAYMARK-ENGINE-TOKEN',
  disableWelcomeMessage: true,
  customScripts: ['../tasklist/waymark/frame'],
};
