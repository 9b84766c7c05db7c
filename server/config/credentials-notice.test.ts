import { describe, expect, test } from 'vitest';
import { config, shop } from '../testing/config.ts';
import { credentialsNotice } from './credentials-notice.ts';

const tills = [
  { id: '1', name: 'Oslo', shop: 'oslo' },
  { id: '2', name: 'Bergen', shop: 'bergen' },
  { id: '3', name: 'Aarhus', shop: 'aarhus-c' },
];
const own = {
  VIPPS_CLIENT_ID_AARHUS_C: 'canary-client-2',
  VIPPS_CLIENT_SECRET_AARHUS_C: 'canary-secret-2',
  VIPPS_SUBSCRIPTION_KEY_AARHUS_C: 'canary-key-2',
  VIPPS_MSN_AARHUS_C: '22222',
};

describe('what a start says of the keys', () => {
  const { shops } = config(shop);
  const said = (are: 'accepted' | 'refused' | 'unknown') =>
    credentialsNotice([{ shops: ['shop'], are }], shops, 'test');

  test('[P7] that Vipps refuses them, and which variables to check, by name alone', () => {
    expect(said('refused')).toEqual([
      'Vipps MobilePay does not accept the keys: nothing can be sold with them. Check VIPPS_CLIENT_ID, VIPPS_CLIENT_SECRET, VIPPS_SUBSCRIPTION_KEY and VIPPS_MSN, and whether they are keys for VIPPS_ENVIRONMENT=test.',
    ]);
    expect(said('refused').join()).not.toContain('canary');
  });

  test('that it takes them; and nothing when it does not answer, or in the demo', () => {
    expect(said('accepted')).toEqual(['Vipps MobilePay accepts the keys.']);
    expect(said('unknown')).toEqual([]);
    expect(credentialsNotice([{ shops: ['shop'], are: 'accepted' }], config({}).shops, 'demo')).toEqual([]);
  });

  test('of each set on its own, by the shops that have it', () => {
    const chain = config({ ...shop, ...own }, tills).shops;
    const partner = { shops: ['oslo', 'bergen'], are: 'refused' } as const;
    const aarhus = { shops: ['aarhus-c'], are: 'refused' } as const;
    const sentences = credentialsNotice([partner, aarhus], chain, 'production');
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toMatch(
      /the keys of oslo and bergen: .* Check VIPPS_CLIENT_ID, .* VIPPS_MSN, .*=production\.$/,
    );
    expect(sentences[1]).toMatch(
      /the keys of aarhus-c: .* Check VIPPS_CLIENT_ID_AARHUS_C, .* VIPPS_MSN_AARHUS_C, /,
    );
    expect(credentialsNotice([partner, { ...aarhus, are: 'accepted' }], chain, 'test')).toHaveLength(1);
  });
});
