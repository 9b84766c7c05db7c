/** The administrator may read and write everywhere, so that a test as one would show nothing. */
export async function asOrdinaryUser<T>(call: () => Promise<T>): Promise<T> {
  const isAdministrator = process.geteuid?.() === 0;
  if (isAdministrator) process.seteuid?.(65_534);
  try {
    return await call();
  } finally {
    if (isAdministrator) process.seteuid?.(0);
  }
}
