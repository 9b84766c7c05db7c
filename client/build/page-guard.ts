// Puts the guard (client/guard/guard.js) on every page, before all other scripts, with its texts in all languages.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { guard as da } from '../ui/texts/da/guard.ts';
import { guard as en } from '../ui/texts/en/guard.ts';
import { guard as fi } from '../ui/texts/fi/guard.ts';
import { guard as nb } from '../ui/texts/nb/guard.ts';
import { guard as sv } from '../ui/texts/sv/guard.ts';
import type { GuardTexts } from '../ui/texts/texts.ts';

const texts: Readonly<Record<string, GuardTexts['guard']>> = { nb, da, sv, fi, en };

/** A plain script, as browsers without modules run it too. */
export const guardScript = (source: string) =>
  `(function(){var __GUARD_TEXTS__=${JSON.stringify(texts)};${source}})()`;

/** @param root the folder of the client, in which the guard lies. */
export const readGuard = (root: string) => readFileSync(`${root}/guard/guard.js`, 'utf8');

export function pageGuard(): Plugin {
  let fileName = '';
  return {
    name: 'page-guard',
    apply: 'build',
    configResolved({ root }) {
      const source = guardScript(readGuard(root));
      fileName = `assets/guard-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`;
    },
    buildStart() {
      this.emitFile({
        type: 'asset',
        fileName,
        source: guardScript(readGuard(this.environment.config.root)),
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'script', attrs: { src: `/${fileName}` }, injectTo: 'head-prepend' }],
    },
  };
}
