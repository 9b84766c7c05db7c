type Modules = {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
};

/** A source and all that it loads at once. */
export function loadedWith(source: string, modules: Modules): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) visit(imported);
  };
  visit(source);
  return found;
}

/**
 * What the display shares with other pages is one file, and nothing else is in it: many small ones take more, both to
 * load and after gzip.
 * @param main the source that the display begins with.
 */
export function sharedChunk(main: string) {
  let known: ReadonlySet<string> | undefined;
  return {
    debugName: 'shared',
    name: (id: string, modules: Modules) => {
      known ??= loadedWith(main, modules);
      return known.has(id) && !id.includes('/client/display/') ? 'shared' : null;
    },
  };
}
