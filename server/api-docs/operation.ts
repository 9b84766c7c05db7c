import type { z } from 'zod';

/** A call of the API, as it is described. */
export type Operation = {
  method: 'get' | 'post' | 'delete';
  path: string;
  summary: string;
  body?: z.ZodType;
  query?: z.ZodObject;
  headers?: readonly string[];
  success: { status: number; schema?: z.ZodType; type?: string };
  /** Anybody may call it; of all others 401 is an answer too. */
  open?: true;
  /** Statuses of errors besides 400, 403, 500 and 503 (the database), which any call may answer. */
  errors?: readonly number[];
};
