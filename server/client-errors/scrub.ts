// What a page says of its own error, without anything that somebody wrote or that belongs to a payment.

const mostFrames = 12;

/** What stands in quotes may be what somebody wrote; of an engine's own sentences the names of fields stay. */
function withoutQuoted(text: string): string {
  return text.replace(/(reading |property |setting )?(["'`‘“]).*?(?:["'`’”]|$)/gs, (whole, field?: string) =>
    field !== undefined && /^\w+ ['"]\w{1,30}['"]$/.test(whole) ? whole : `${field ?? ''}"…"`,
  );
}

/** @returns the message in one line of plain characters: no addresses, no long numbers, nothing quoted. */
export function scrubMessage(text: string): string {
  return withoutQuoted(text)
    .replace(/\b[a-z]+:\/\/\S+/gi, '(address)')
    .replace(/\S+@\S+/g, '(address)')
    .replace(/[?#]\S*/g, '')
    .replace(/[^\x20-\x7e…]+/g, ' ')
    .replace(/[A-Za-z0-9_-]{32,}/g, '#')
    .replace(/\d{4,}/g, '#')
    .trim()
    .slice(0, 200);
}

/** Where it happened, line by line as `name file:line:column`; nothing of a stack but names of functions and of files of the build. */
export function scrubStack(stack: string): string[] {
  return stack
    .split('\n')
    .flatMap((line) => {
      const at =
        /^\s*(?:at )?(?:async )?([\w$.<>]{0,60})[ @(]*(?:https?:\/\/[^\s/]+)?\/(?:assets\/)?([\w.-]{1,80}\.js)(?:\?[^:]*)?:(\d{1,7}):(\d{1,7})\)?\s*$/.exec(
          line,
        );
      if (at === null) return [];
      const [, name, file, row, column] = at;
      return [`${name || '(anonymous)'} ${file}:${row}:${column}`];
    })
    .slice(0, mostFrames);
}
