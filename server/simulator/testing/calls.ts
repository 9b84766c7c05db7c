// A call of a till, and its answer.

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes and assert on what they read
export type Answer = { status: number; headers: Headers; text: string; body: any };
export type Call = { headers?: Record<string, string | undefined>; body?: unknown; raw?: string };
export type Send = (method: string, path: string, call?: Call) => Promise<Answer>;
