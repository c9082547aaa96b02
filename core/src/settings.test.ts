import { expect, test } from 'vitest';
import { defaultSettings, parseSettings } from './settings.ts';

test('nested and flat settings are read alike', () => {
  const nested = parseSettings({ claims: { profile: 'gentle' }, rules: { 'stale-date': 'off' } });
  const flat = parseSettings({ 'claims.profile': 'gentle', 'rules.stale-date': 'off' });
  expect(nested).toEqual(flat);
  expect(nested.faults).toEqual([]);
  expect(nested.settings).toEqual({
    ...defaultSettings,
    'claims.profile': 'gentle',
    'rules.stale-date': 'off',
  });
});

test('a bad value falls back and costs one fault that names key, value and expectation', () => {
  const { settings, faults } = parseSettings({ dates: { horizonMonths: 0 }, claims: { scope: 'sentence' } });
  expect(settings).toEqual({ ...defaultSettings, 'claims.scope': 'sentence' });
  expect(faults).toHaveLength(1);
  expect(faults[0]?.key).toBe('inquiry.dates.horizonMonths');
  expect(faults[0]?.message).toBe('inquiry.dates.horizonMonths takes at least 1, not 0; 6 is used.');
});

test.each([undefined, null, 5, 'x', []])('whatever is given, settings come back: %j', (raw) => {
  expect(parseSettings(raw).settings).toEqual(defaultSettings);
});
