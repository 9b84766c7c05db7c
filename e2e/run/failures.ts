import { stripVTControlCharacters } from 'node:util';

/** What a run's report says beyond its counts: which tests failed, and what failed that is no test. */
export type Failures = {
  /** Of each test that failed: its title, and the first lines of why. */
  readonly tests: readonly string[];
  /** A file that does not load, an error outside of any test: nothing that a test has noticed. */
  readonly others: readonly string[];
};

export const noFailures: Failures = { tests: [], others: [] };

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};
type PlaywrightError = { message?: string };
type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { results: { status: string; errors: PlaywrightError[] }[] }[] }[];
};
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: PlaywrightError[] };

/** A runner that crashed has left no report, or half of one; that it crashed is said by `judgeTests`. */
function parse<Report>(json: string | undefined): Report | undefined {
  try {
    return json === undefined ? undefined : (JSON.parse(json) as Report);
  } catch {
    return undefined;
  }
}

/** The message without the stack: where the test stands is told by its title. */
function why(text = ''): string {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^at\s/.test(line));
  return lines.slice(0, 4).join(' | ').slice(0, 400) || 'no reason';
}

export function failuresOfVitest(json: string | undefined): Failures {
  const { testResults } = parse<VitestReport>(json) ?? { testResults: [] };
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  );
  return {
    tests: failed.map(({ fullName, failureMessages }) => `${fullName}: ${why(failureMessages?.[0])}`),
    others: unloaded.map(({ name, message }) => `${name}: ${why(message)}`),
  };
}

export function failuresOfPlaywright(json: string | undefined): Failures {
  const { suites, errors } = parse<PlaywrightReport>(json) ?? { suites: [], errors: [] };
  return {
    tests: suites.flatMap(failedIn),
    others: errors.map(({ message }) => why(message)),
  };
}

function failedIn({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .flatMap(({ results }) => results)
      .filter(({ status }) => status === 'failed' || status === 'timedOut')
      .map(({ errors }) => `${title}: ${whyOf(errors)}`),
  );
  return [...own, ...suites.flatMap(failedIn)];
}

/** That time ran out says the least of all that went wrong. */
function whyOf(errors: PlaywrightError[]): string {
  const lines = errors.map(({ message }) => why(message));
  return lines.find((line) => !line.startsWith('Test timeout')) ?? lines[0] ?? why();
}

/** @param output what the rounds printed: a round that came to no comparison has found nothing, and shows no rule. */
export function failuresOfChaos(output: string): Failures {
  const lines = output.split('\n');
  const failed = lines.flatMap((line, at) =>
    line.startsWith('✗ round') ? [{ line, next: lines[at + 1] }] : [],
  );
  const isCompared = ({ line }: { line: string }) => / payments; [\d.]+ s$/.test(line);
  return {
    tests: failed.filter(isCompared).map(({ line, next }) => `${line.split(':')[0]}: ${why(next)}`),
    others: failed.filter((one) => !isCompared(one)).map(({ line }) => line),
  };
}

/** @param output what a siege printed: what it is judged by is a line each. */
export function failuresOfSiege(output: string): Failures {
  return { tests: output.split('\n').filter((line) => line.startsWith('✗ ')), others: [] };
}
