// What a style sheet uses that our oldest browsers lack and that the build does not translate.
import { type Feature, featureAt, featuresIn, isTooNew } from './compat.ts';

/** The tables of MDN describe units in groups. */
const unitGroups: readonly [RegExp, readonly string[]][] = [
  [/^cq(w|h|i|b|min|max)$/, ['css', 'types', 'length', 'container_query_length_units']],
  [/^d(vw|vh|vi|vb|vmin|vmax)$/, ['css', 'types', 'length', 'viewport_percentage_units_dynamic']],
  [/^s(vw|vh|vi|vb|vmin|vmax)$/, ['css', 'types', 'length', 'viewport_percentage_units_small']],
  [/^l(vw|vh|vi|vb|vmin|vmax)$/, ['css', 'types', 'length', 'viewport_percentage_units_large']],
];

function named(tables: Feature | undefined, name: string): Feature[] {
  return featuresIn(tables).flatMap(([key, feature]) =>
    key === name && feature.__compat ? [feature] : typeof feature === 'object' ? named(feature, name) : [],
  );
}

/** Without comments and strings, and without what only browsers read that have it: the blocks of `@supports`. */
function readByAll(source: string): string {
  let css = source.replace(/\/\*.*?\*\//gs, '').replace(/"[^"\n]*"/g, '""');
  for (let from = css.indexOf('@supports'); from >= 0; from = css.indexOf('@supports')) {
    let [end, depth] = [css.indexOf('{', from) + 1, 1];
    for (; depth > 0 && end < css.length; end += 1) depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0;
    css = css.slice(0, from) + css.slice(end);
  }
  return css;
}

const all = (css: string, pattern: RegExp) => [
  ...new Set([...css.matchAll(pattern)].map(([, name = '']) => name)),
];

/** @returns what is too new, such as `:has()` or `unit dvh`. */
export function tooNewInStyle(source: string): string[] {
  const css = readByAll(source);
  const declarations = [...css.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)];
  const faults: (string | false)[] = [
    ...all(css, /@([a-z-]+)/g).map((name) => isTooNew(featureAt(['css', 'at-rules', name])) && `@${name}`),
    ...all(css, /::?([a-z-]+)(?=[^;{}]*\{)/g).map(
      (name) => isTooNew(featureAt(['css', 'selectors', name])) && `:${name}`,
    ),
    ...all(css, /\d([a-z]+)\b/g).map((unit) => {
      const [, group] = unitGroups.find(([units]) => units.test(unit)) ?? [];
      return group !== undefined && isTooNew(featureAt(group)) && `unit ${unit}`;
    }),
    ...all(css, /(?<![:\w-])([a-z-]+)\(/g).map((name) => {
      const found = named(featureAt(['css', 'types']), name);
      return found.length > 0 && found.every(isTooNew) && `${name}()`;
    }),
  ];
  for (const [, property = '', value = ''] of declarations) {
    const feature = featureAt(['css', 'properties', property]);
    if (isTooNew(feature)) faults.push(property);
    else if (isTooNew(feature?.[value.trim()] as Feature | undefined))
      faults.push(`${property}: ${value.trim()}`);
  }
  return [...new Set(faults.filter((fault) => fault !== false))];
}
