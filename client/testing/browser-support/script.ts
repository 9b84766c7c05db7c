// What a script uses that our oldest browsers lack: by names, as no types are known here.
import { parseSync } from 'vite';
import { type Feature, featureAt, featuresIn, isTooNew } from './compat.ts';

type Node = { readonly type: string } & { readonly [key: string]: unknown };

const builtins = featureAt(['javascript', 'builtins']);
const apis = featureAt(['api']);

/** By the name of a member all features that are called so, such as `at` of arrays, strings and typed arrays. */
function membersOf(tables: Feature | undefined): Map<string, Feature[]> {
  const members = new Map<string, Feature[]>();
  for (const [, owner] of featuresIn(tables)) {
    for (const [name, feature] of featuresIn(owner)) {
      const plain = name.replace(/_static$/, '');
      if (feature.__compat) members.set(plain, [...(members.get(plain) ?? []), feature]);
    }
  }
  return members;
}
const builtinMembers = membersOf(builtins);
const intlMembers = membersOf(featureAt(['javascript', 'builtins', 'Intl']));
const apiMembers = membersOf(apis);

/** Interfaces whose methods pages call: a method of another that is called as one of ours, such as `run`, is not looked for. */
const called =
  'AbortSignal Blob Crypto Document Element Event HTMLDialogElement HTMLElement HTMLFormElement HTMLInputElement Headers Navigator Node Request Response ServiceWorkerContainer ServiceWorkerRegistration URL URLSearchParams Window';
const calledMembers = membersOf(
  Object.fromEntries(called.split(' ').map((name) => [name, featureAt(['api', name])])) as Feature,
);

/** What the objects that every page has are in the tables. */
const globalObjects: Readonly<Record<string, string>> = {
  crypto: 'Crypto',
  document: 'Document',
  history: 'History',
  location: 'Location',
  navigator: 'Navigator',
  performance: 'Performance',
  screen: 'Screen',
  window: 'Window',
};

const owned = (owner: string, member: string) =>
  featureAt(['javascript', 'builtins', owner, member]) ??
  featureAt(['api', owner, `${member}_static`]) ??
  featureAt(['api', owner, member]);

const globalCalled = (name: string) =>
  featureAt(['javascript', 'builtins', name]) ?? featureAt(['api', name]);

const nameOf = (node: unknown) =>
  (node as Node | null)?.type === 'Identifier' && String((node as Node)['name']);

function memberFault(node: Node, isCalled: boolean): string | null {
  const member = node['computed'] ? false : nameOf(node['property']);
  if (!member) return null;
  const object = nameOf(node['object']);
  const known = object ? owned(globalObjects[object] ?? object, member) : undefined;
  if (known !== undefined) return isTooNew(known) ? `${object}.${member}` : null;
  // A field of ours may be named as a method of an array is; it is not called.
  if (!isCalled || !(builtinMembers.has(member) || intlMembers.has(member) || calledMembers.has(member)))
    return null;
  const all = [builtinMembers, intlMembers, apiMembers].flatMap((members) => members.get(member) ?? []);
  return all.every(isTooNew) ? `.${member}` : null;
}

/** Syntax of regular expressions, which no build step translates. */
const newPatterns: readonly [RegExp, string][] = [
  [/\(\?<[=!]/, 'lookbehind'],
  [/\(\?[a-z]*-?[a-z]*:/, 'modifiers'],
];
function patternFault({ pattern, flags }: { pattern: string; flags: string }): string | null {
  const newFlag = /[vd]/.exec(flags);
  const found = newPatterns.find(([syntax]) => syntax.test(pattern.replaceAll('(?:', '(')));
  return newFlag
    ? `regular expression: flag ${newFlag[0]}`
    : found
      ? `regular expression: ${found[1]}`
      : null;
}

function elementFault(node: Node): string | null {
  const name = (node['name'] as Node)['name'];
  if (typeof name !== 'string') return null;
  if (node['type'] === 'JSXOpeningElement') {
    return isTooNew(featureAt(['html', 'elements', name])) ? `<${name}>` : null;
  }
  return isTooNew(featureAt(['html', 'global_attributes', name.toLowerCase()])) ? `attribute ${name}` : null;
}

/** What the build leaves as it is (client/build/supported-browsers.ts). */
function syntaxFault(node: Node): string | null {
  if (node.type === 'ChainExpression') {
    const call = node['expression'] as Node;
    const some = call['arguments'] as readonly Node[] | undefined;
    return some?.some(({ type }) => type === 'SpreadElement') ? '?. with a spread' : null;
  }
  const isBrand = node.type === 'BinaryExpression' && (node['left'] as Node).type === 'PrivateIdentifier';
  return isBrand ? '#x in object' : null;
}

function faultOf(node: Node, isCalled: boolean): string | null {
  switch (node.type) {
    case 'MemberExpression':
      return memberFault(node, isCalled);
    case 'CallExpression':
    case 'NewExpression': {
      const name = nameOf(node['callee']);
      return name && isTooNew(globalCalled(name)) ? name : null;
    }
    case 'Literal':
      return node['regex'] ? patternFault(node['regex'] as { pattern: string; flags: string }) : null;
    case 'JSXOpeningElement':
    case 'JSXAttribute':
      return elementFault(node);
    default:
      return syntaxFault(node);
  }
}

/** What is asked for with `?.` may be missing. */
function guardedBy(node: Node): unknown {
  if (node['optional'] !== true) return null;
  return node.type === 'CallExpression' ? node['callee'] : node['object'];
}

/** @returns the names that are too new, such as `AbortSignal.timeout` or `.findLast`. Where `?.` follows a name, it may be missing. */
export function tooNewInScript(fileName: string, source: string): string[] {
  const faults = new Set<string>();
  const visit = (node: unknown, isCalled: boolean, guarded: unknown) => {
    if (Array.isArray(node)) for (const one of node) visit(one, false, null);
    else if (typeof node === 'object' && node !== null && typeof (node as Node).type === 'string') {
      const here = node as Node;
      const fault = here === guarded ? null : faultOf(here, isCalled);
      if (fault !== null) faults.add(fault);
      const inner = guardedBy(here);
      for (const [key, child] of Object.entries(here)) visit(child, key === 'callee', inner);
    }
  };
  visit(parseSync(fileName, source).program, false, null);
  return [...faults];
}
