// What npm reads in the package. It is not the package.json of the sources: all that is needed has been bundled, but for Node itself.

/** @typedef {{ name: string, version: string, description: string, license: string, engines: object, optionalDependencies: Record<string, string> }} Sources */

/** @param {Sources} sources the package.json of the sources */
export function manifestOf({ name, version, description, license, engines, optionalDependencies }) {
  return {
    name,
    version,
    description,
    license,
    // It is given to shops as a file: no registry takes it.
    private: true,
    type: 'module',
    bin: { tillside: 'launch/tillside.mjs' },
    exports: { './package.json': './package.json' },
    engines,
    optionalDependencies,
  };
}
