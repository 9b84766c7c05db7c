import { expect, test } from 'vitest';
import { createLog, withoutSecrets } from './log.ts';

const secrets = ['canary-client-id', 'canary-secret', 'canary-key', '123456'];

function logged(log: (to: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  log(createLog('trace', secrets, (line) => lines.push(line)));
  return lines.join('');
}

test('[P7] a secret is taken out of a line wherever it stands', () => {
  const text = logged((log) => {
    log.info({ anything: { deep: ['canary-secret'] } }, 'sent canary-key');
    log.error({ err: new Error('canary-client-id was refused', { cause: new Error('canary-secret') }) });
  });
  expect(text).not.toContain('canary');
  expect(text).toContain('[secret]');
  expect(text).toContain('was refused');
});

test('[P7] what is sent to prove who it is from is taken out, whatever its value', () => {
  const text = logged((log) => {
    log.info({ pin: '246810', headers: { authorization: 'Bearer ey.J.0', cookie: 'tillside_session=abc' } });
    log.info({ request: { headers: { authorization: 'Basic abc', cookie: 'x=abc' } } });
    log.info('GET with authorization: bearer ey.J.0-_ and cookie tillside_display=abc; path=/');
  });
  expect(text).not.toMatch(/246810|ey\.J|=abc|Basic/);
});

test('what is no secret stays as it is', () => {
  expect(withoutSecrets('sales unit 123456 sold for 249,00', secrets)).toBe(
    'sales unit 123456 sold for 249,00',
  );
});
