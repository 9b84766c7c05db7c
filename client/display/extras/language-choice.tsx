import { useState } from 'react';
import { type Language, languageNames } from '../../ui/texts/languages.ts';
import { useTexts } from '../texts/texts.ts';

/** The languages of the shop, each by its own name. A small screen shows one button, which opens the others. */
export function LanguageChoice({ onChoose }: { onChoose: (language: Language) => void }) {
  const { till, language, texts } = useTexts();
  const [isOpen, open] = useState(false);
  const choose = (chosen: Language) => {
    open(false);
    onChoose(chosen);
  };
  if (till.languages.length < 2) return null;
  return (
    <fieldset className="languages" aria-label={texts.display.language}>
      <button
        type="button"
        className="current"
        lang={language}
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        {languageNames[language]}
      </button>
      <div data-open={isOpen}>
        {till.languages.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            aria-pressed={one === language}
            onClick={() => choose(one)}
          >
            {languageNames[one]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
