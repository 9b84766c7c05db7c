/** `MobilePay-palvelun`; a name of two words has a space before the hyphen: `Vipps MobilePay -palvelun`. */
export const named = (app: string, word: string) => `${app}${app.includes(' ') ? ' ' : ''}-${word}`;
