// Lines of a table for a spreadsheet (RFC 4180). Pure.

/** The mark by which spreadsheets know UTF-8: what a file begins with. */
export const csvMark = '\ufeff';

/** A spreadsheet takes what begins like this for a formula, and a text can come from anybody. */
const isFormula = (text: string) => /^[=+\-@\t\r]/.test(text);

function cell(text: string): string {
  const harmless = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvLine = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;
