// Variables of a shop's server in tests, but for those that name addresses of the test itself.

export const usualSettings: Readonly<Record<string, string>> = {
  VIPPS_ENVIRONMENT: 'test',
  LOG_LEVEL: 'trace',
  PORT: '0',
  FALLBACK_URL: 'https://shop.example/thanks',
  CALLBACK_URL: 'https://shop.example/vipps',
  // Time goes faster here, and many tests share a session, which may wait long for the next one: what locks is tried by its own tests.
  LOCK_AFTER: '0',
};
