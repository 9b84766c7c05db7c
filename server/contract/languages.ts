// What screens speak.
import { z } from 'zod';

/** As `lang` names them, in the order in which they are offered. */
export const spokenLanguages = ['nb', 'da', 'sv', 'fi', 'en'] as const;
export const languageSchema = z.enum(spokenLanguages);
export type SpokenLanguage = z.infer<typeof languageSchema>;

/** A few short lines; a blank one parts them. */
const idleLinesSchema = z
  .string()
  .max(200)
  .regex(/^[^\p{Cs}\p{Cc}\u2028\u2029]*(\n[^\p{Cs}\p{Cc}\u2028\u2029]*){0,4}$/u, 'at most five lines');

/** What displays say while nobody pays, by language. */
export const idleTextSchema = z.partialRecord(languageSchema, idleLinesSchema);
