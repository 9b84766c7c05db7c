// The way to the sign-in page, and back.
import { whenSignedOut } from './api.ts';

const base = 'https://till.invalid';
const signIn = '/sign-in';

/** Where to sign in, in order to come back to this page. */
export function signInAddress({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  return `${signIn}?${new URLSearchParams({ to: pathname + search })}`;
}

/** Where to go after signing in: the path that `to` in the query names, if it is one of this server; else the list of tills. */
export function destinationOf(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '';
  // Browsers drop tabs and line breaks from an address, and take a backslash for a slash.
  const isPath = /^\/(?![/\\])[^\p{Cc}]*$/u.test(to);
  const url = isPath ? parsed(to) : null;
  if (url === null) return '/';
  return url.origin === base && !url.pathname.startsWith('//') && url.pathname !== signIn ? to : '/';
}

function parsed(to: string): URL | null {
  try {
    return new URL(to, base);
  } catch {
    return null;
  }
}

/** For pages of staff: a person whose session has ended signs in and comes back here. */
export function signInWhenSignedOut(): void {
  let isLeaving = false;
  whenSignedOut(() => {
    if (isLeaving) return;
    isLeaving = true;
    location.replace(signInAddress(location));
  });
}
