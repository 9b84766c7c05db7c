// What a run's report says beyond its counts: which tests failed, and what failed that is no test.

export type Failures = {
  /** Of each test that failed: its title, and the first line of why. */
  readonly tests: readonly string[];
  /** A file that does not load, an error outside of any test: nothing that a test has noticed. */
  readonly others: readonly string[];
};

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

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how colours begin.
const colours = /\u001b\[[0-9;]*m/g;

function firstLine(text: string | undefined): string {
  const lines = (text ?? '').replace(colours, '').split('\n');
  return (lines.find((line) => line.trim() !== '') ?? 'no reason').trim().slice(0, 160);
}

export function failuresOfVitest(json: string): Failures {
  const { testResults } = JSON.parse(json) as VitestReport;
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  );
  return {
    tests: failed.map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages?.[0])}`),
    others: unloaded.map(({ name, message }) => `${name}: ${firstLine(message)}`),
  };
}

export function failuresOfPlaywright(json: string): Failures {
  const { suites, errors } = JSON.parse(json) as PlaywrightReport;
  return {
    tests: suites.flatMap(failedIn),
    others: errors.map(({ message }) => firstLine(message)),
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
  const lines = errors.map(({ message }) => firstLine(message));
  return lines.find((line) => !line.startsWith('Test timeout')) ?? lines[0] ?? firstLine(undefined);
}

/** @param output what the rounds printed: a round that came to no comparison has found nothing, and shows no rule. */
export function failuresOfChaos(output: string): Failures {
  const lines = output.split('\n');
  const failed = lines.flatMap((line, at) =>
    line.startsWith('✗ round') ? [{ line, next: lines[at + 1] }] : [],
  );
  const isCompared = ({ line }: { line: string }) => / payments; [\d.]+ s$/.test(line);
  return {
    tests: failed.filter(isCompared).map(({ line, next }) => `${line.split(':')[0]}: ${firstLine(next)}`),
    others: failed.filter((one) => !isCompared(one)).map(({ line }) => line),
  };
}
