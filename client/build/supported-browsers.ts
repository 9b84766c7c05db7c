/**
 * The oldest browsers in which the pages work (docs/browsers.md), as what the build translates syntax and styles to. Chrome 90 is built as 91: between them lie `#x in object` and `f?.(...list)`,
 * of which client/testing/browser-support finds none; translating each `?.` would take the display 150 bytes (gzip).
 */
export const buildTargets = ['chrome91', 'firefox100', 'safari15.4', 'ios15.4'];
