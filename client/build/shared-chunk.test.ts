import { expect, test } from 'vitest';
import { sharedChunk } from './shared-chunk.ts';

const imports: Record<string, string[]> = {
  '/client/display/main.tsx': ['/client/ui/api.ts', '/client/display/stage.tsx', 'react'],
  '/client/display/stage.tsx': ['/client/ui/money.ts', '/client/display/main.tsx'],
  '/client/cashier/main.tsx': ['/client/ui/use-action.ts', '/client/ui/api.ts'],
};
const modules = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [] }) };

test('the shared chunk holds the modules that the display loads from outside its folder, and no others', () => {
  const { name } = sharedChunk('/client/display/main.tsx');
  const all = [...new Set([...Object.keys(imports), ...Object.values(imports).flat()])];
  const shared = all.filter((id) => name(id, modules) === 'shared');
  expect(shared.sort()).toEqual(['/client/ui/api.ts', '/client/ui/money.ts', 'react']);
});
