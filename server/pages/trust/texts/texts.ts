import type { PageLanguage } from '../../page-language.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { nb } from './nb.ts';
import { sv } from './sv.ts';
import type { TrustTexts } from './types.ts';

export const trustTexts: Readonly<Record<PageLanguage, TrustTexts>> = { en, nb, da, sv, fi };
