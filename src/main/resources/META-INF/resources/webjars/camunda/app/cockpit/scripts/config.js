// How Cockpit presents itself as a part of Waymark.
export default {
  app: { name: 'Engine', vendor: 'Waymark' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  csrfCookieName: 'WAYMARK-ENGINE-TOKEN',
  disableWelcomeMessage: true,
  customScripts: ['../tasklist/waymark/frame'],
};
