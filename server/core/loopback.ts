// Which hosts are this machine only.

/** Whether only this machine reaches `host`: a name, an address, or an IPv6 address in brackets as URLs have it (RFC 1122, RFC 4291). */
export function isLoopback(host: string): boolean {
  return ['localhost', '::1', '[::1]'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
}
