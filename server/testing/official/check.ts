// Holds what went over the line between our gateway and Vipps against the official descriptions.
import type { ErrorObject } from 'ajv';
import { childOf, isNode, type Node, type Official, toStep } from './descriptions.ts';

/** A call that was answered; names of headers are in small letters. */
export type Exchanged = {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string>>;
  /** Empty for none. */
  body: string;
  answer: { status: number; headers: Readonly<Record<string, string>>; body: string };
};

/** Where a description is not kept to, as `file#JSON-pointer`, and by what. */
export type Finding = { at: string; value: unknown };

/** Of which no description is at hand: the token, the image behind its link, and receipts. */
export const undescribed = ['/accesstoken/get', '/generate/', '/order-management/v2/'];

type Found = { operation: Node; shared: Node; root: Node; template: string; path: Record<string, string> };
type Check = (exchanged: Exchanged) => Finding[];

/** @returns `check`, which finds nothing in a call, and its answer, that are as the descriptions have them. */
export function createCheck(official: Official): Check {
  return (exchanged) => {
    const { pathname } = exchanged.url;
    if (undescribed.some((beginning) => pathname.startsWith(beginning))) return [];
    const found = find(official, exchanged);
    if (found === null) return [{ at: `#/paths/${toStep(pathname)}`, value: exchanged.method }];
    return [
      ...checkParameters(official, exchanged, found),
      ...checkBody(official, exchanged, found),
      ...checkAnswer(official, exchanged, found),
    ];
  };
}

/** The operation of a call; where several paths fit, the one with the fewest parameters. */
function find({ descriptions }: Official, { method, url }: Exchanged): Found | null {
  const fitting = descriptions.flatMap(({ root }) =>
    Object.entries(childOf(root, 'paths')).flatMap(([template, shared]) => {
      const path = matchPath(`${basePathOf(root)}${template}`, url.pathname);
      if (path === null || !isNode(shared)) return [];
      const operation = shared[method.toLowerCase()];
      return isNode(operation) ? [{ operation, shared, root, template, path }] : [];
    }),
  );
  const [first] = fitting.sort((a, b) => Object.keys(a.path).length - Object.keys(b.path).length);
  return first ?? null;
}

function basePathOf(root: Node): string {
  const [server] = Array.isArray(root['servers']) ? root['servers'] : [];
  return new URL(server?.url ?? 'https://api.vipps.no').pathname.replace(/\/$/, '');
}

function matchPath(template: string, pathname: string): Record<string, string> | null {
  const pattern = template.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const match = new RegExp(`^${pattern}$`).exec(pathname);
  if (match === null) return null;
  const parts = Object.entries(match.groups ?? {});
  return Object.fromEntries(parts.map(([name, value]) => [name, decodeURIComponent(value)]));
}

function checkParameters(official: Official, { url, headers }: Exchanged, found: Found): Finding[] {
  const { operation, shared, root, path } = found;
  const listed = [shared['parameters'], operation['parameters']].flatMap((list) =>
    Array.isArray(list) ? list.filter(isNode).map(official.follow) : [],
  );
  const findings = listed.flatMap((parameter) => {
    const name = String(parameter['name']);
    const given = {
      path: path[name],
      header: headers[name.toLowerCase()],
      query: url.searchParams.get(name),
    };
    const raw = given[parameter['in'] as keyof typeof given] ?? null;
    if (raw === null) {
      const at = `${official.placeOf(parameter)}/required`;
      return parameter['required'] === true ? [{ at, value: raw }] : [];
    }
    const schema = official.follow(childOf(parameter, 'schema'));
    const isNumber = schema['type'] === 'integer' && /^-?\d+$/.test(raw);
    return checkValue(official, schema, isNumber ? Number(raw) : raw);
  });
  const queries = listed.filter((one) => one['in'] === 'query').map(({ name }) => name);
  const strange = [...url.searchParams.keys()].filter((name) => !queries.includes(name));
  const security = operation['security'] ?? root['security'];
  const isUnsigned = Array.isArray(security) && security.length > 0 && headers['authorization'] === undefined;
  return [
    ...findings,
    ...strange.map((name) => ({ at: `${official.placeOf(operation)}/parameters/${name}`, value: name })),
    ...(isUnsigned ? [{ at: `${official.placeOf(operation)}/security`, value: null }] : []),
  ];
}

function checkBody(official: Official, { headers, body }: Exchanged, { operation }: Found): Finding[] {
  const at = `${official.placeOf(operation)}/requestBody`;
  if (!isNode(operation['requestBody'])) return body === '' ? [] : [{ at, value: body }];
  const described = official.follow(operation['requestBody']);
  if (body !== '') return checkContent(official, described, headers['content-type'], body);
  return described['required'] === true ? [{ at: `${at}/required`, value: body }] : [];
}

function checkAnswer(official: Official, { answer }: Exchanged, { operation }: Found): Finding[] {
  const { status, headers, body } = answer;
  const responses = childOf(operation, 'responses');
  // "Default" is the shape of every error in these descriptions; a success has to be described as such.
  const response = responses[String(status)] ?? (status >= 400 ? responses['default'] : undefined);
  const at = `${official.placeOf(operation)}/responses/${status}`;
  if (!isNode(response)) return [{ at, value: body }];
  const described = official.follow(response);
  if (isNode(described['content'])) return checkContent(official, described, headers['content-type'], body);
  return body === '' ? [] : [{ at: `${at}/content`, value: body }];
}

/** @param described what has `content`: a request body or a response. */
function checkContent(official: Official, described: Node, type = '', body: string): Finding[] {
  const content = childOf(described, 'content');
  const known = Object.keys(content).find((one) => plain(one) === plain(type));
  const value = parse(body);
  if (known !== undefined) return checkValue(official, childOf(childOf(content, known), 'schema'), value);
  // Of a type that is not described, it is to have the shape that is, all the same.
  const [other = ''] = Object.keys(content);
  const findings = checkValue(official, childOf(childOf(content, other), 'schema'), value);
  return [{ at: `${official.placeOf(described)}/content/${toStep(plain(type))}`, value }, ...findings];
}

/** A media type without its parameters. */
const plain = (type: string) => type.split(';')[0]?.trim().toLowerCase() ?? '';

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function checkValue(official: Official, schema: Node, value: unknown): Finding[] {
  const validate = official.validatorOf(schema);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  // When no choice fits, or more than one, it is no matter what is wrong with each.
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  const inChoice = (error: ErrorObject) =>
    choices.some((choice) => choice !== error && error.instancePath.startsWith(choice.instancePath));
  return errors
    .filter((error) => !inChoice(error))
    .map((error) => ({ at: placeOf(official, error), value: error.data }));
}

function placeOf(official: Official, { keyword, params, parentSchema }: ErrorObject): string {
  const place = official.placeOf(parentSchema as Node);
  if (keyword === 'additionalProperties')
    return `${place}/properties/${toStep(params['additionalProperty'])}`;
  return keyword === 'required' ? `${place}/required/${params['missingProperty']}` : `${place}/${keyword}`;
}
