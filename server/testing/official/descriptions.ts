// The official OpenAPI descriptions of Vipps MobilePay, loaded as JSON Schemas. They are not part of this project.
import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

const folder = new URL('../../../../shared/vipps/', import.meta.url);
const files = ['ecom.yaml', 'qr.yaml', 'epayment.yaml', 'recurring.yaml'];

/** A mapping in a description. */
export type Node = Readonly<Record<string, unknown>>;

export type Description = { file: string; root: Node };

/** `places` name a part of a description: `file#JSON-pointer`. */
export type Official = {
  descriptions: readonly Description[];
  placeOf(node: Node): string;
  /** The part that a `$ref` leads to, or the part itself. */
  follow(node: Node): Node;
  validatorOf(schema: Node): ValidateFunction;
};

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns the mapping of that name, empty where there is none. */
export function childOf(node: Node, name: string): Node {
  const child = node[name];
  return isNode(child) ? child : {};
}

/** One step of a JSON pointer. */
export const toStep = (name: string | number) => String(name).replaceAll('~', '~0').replaceAll('/', '~1');
const fromStep = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** @returns null when they are not on this machine. */
export function loadOfficial(): Official | null {
  return files.every((file) => existsSync(new URL(file, folder)))
    ? toOfficial(files.map((file) => [file, parse(readFileSync(new URL(file, folder), 'utf8'))]))
    : null;
}

/** @param documents OpenAPI 3.0, as [file, what it holds]. */
export function toOfficial(documents: readonly (readonly [string, unknown])[]): Official {
  const places = new WeakMap<Node, string>();
  const descriptions = documents.map(([file, document]) => ({
    file,
    root: convert(document, file, `${file}#`, places) as Node,
  }));
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    allErrors: true,
    verbose: true,
    logger: false,
    // Some patterns of the descriptions are none with the flag `u`.
    unicodeRegExp: false,
  });
  formats.default(ajv);
  for (const { file, root } of descriptions) ajv.addSchema(root, file);

  function follow(node: Node): Node {
    if (typeof node['$ref'] !== 'string') return node;
    const [file = '', pointer = ''] = node['$ref'].split('#/');
    const start = descriptions.find((one) => one.file === file)?.root ?? {};
    return follow(pointer.split('/').map(fromStep).reduce(childOf, start));
  }
  return {
    descriptions,
    follow,
    placeOf: (node) => places.get(node) ?? 'somewhere',
    validatorOf: (schema) => ajv.compile(schema),
  };
}

function convert(value: unknown, file: string, place: string, places: WeakMap<Node, string>): unknown {
  if (Array.isArray(value)) return value.map((one, at) => convert(one, file, `${place}/${at}`, places));
  if (!isNode(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [
    name,
    convert(part, file, `${place}/${toStep(name)}`, places),
  ]);
  const converted = toJsonSchema(Object.fromEntries(parts), file);
  places.set(converted, place);
  return converted;
}

/** OpenAPI 3.0 says some things otherwise than JSON Schema does. Parts that are no schema stay as they are. */
function toJsonSchema(node: Node, file: string): Node {
  if (typeof node['$ref'] === 'string') {
    const $ref = `${file}${node['$ref']}`;
    return node['nullable'] === true ? { anyOf: [{ $ref }, { type: 'null' }] } : { $ref };
  }
  const schema = Object.fromEntries(
    Object.entries(node).filter(([name, value]) => !isOnlyOpenApi(name, value)),
  );
  const isNullable = node['nullable'] === true && typeof node['type'] === 'string';
  // Stricter than OpenAPI: a field that is not described, in a call or in an answer, is a mistake of ours.
  const isClosed = isNode(node['properties']) && node['additionalProperties'] === undefined;
  return {
    ...schema,
    ...(isNullable && { type: [node['type'], 'null'] }),
    ...(isClosed && { additionalProperties: false }),
  };
}

function isOnlyOpenApi(name: string, value: unknown): boolean {
  if (name === 'nullable') return typeof value === 'boolean';
  return (name === 'exclusiveMinimum' || name === 'exclusiveMaximum') && value === false;
}
