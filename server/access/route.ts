// One call of the API: who may make it, what it takes and answers, and what it does. Router, authorization and description come of it.
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Act } from '../audit/act.ts';
import type { AuditKind } from '../contract/audit.ts';
import type { ErrorCode } from '../contract/payments.ts';
import type { Permission, Principal } from './policy.ts';

/** The names in braces in the path of a route. */
type Params<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Readonly<Record<Name, string>> & Params<Rest>
  : unknown;

/** A request that has been let in and read. */
export type Call<Path extends string, Body, Query, By extends Principal> = {
  readonly request: Request;
  readonly response: Response;
  /** Of a route for anybody it is not asked who calls. */
  readonly principal: By;
  /** For the store, which puts it on record with what is done; undefined of a route that does not state `audit`. */
  readonly act: Act | undefined;
  readonly params: Params<Path>;
  readonly body: Body;
  readonly query: Query;
};

export type Access = Permission | 'staff' | 'anybody';
type PrincipalOf<Of extends Access> = Of extends 'staff' ? Extract<Principal, { kind: 'staff' }> : Principal;

type Definition<
  Path extends string,
  Of extends Access,
  Body extends z.ZodType,
  Query extends z.ZodObject,
  Answer extends z.ZodType,
> = {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** As OpenAPI writes it, such as `/api/tills/{till}/payment`. */
  readonly path: Path;
  /** The name of the call in programs that are generated from the description. */
  readonly operationId: string;
  readonly summary: string;
  /** The permission that it takes, at the till of its path if there is one there; or who it is for. */
  readonly access: Of;
  /** Whether the PIN has to have been entered on this session in the last minutes. */
  readonly proof?: true;
  /** Whether it can be called on a session that is locked. */
  readonly whenLocked?: true;
  /** As what it is put on record when it has done something. */
  readonly audit?: AuditKind;
  readonly body?: Body;
  /** For a body that is longer than most, such as `3mb`. */
  readonly longestBody?: string;
  readonly query?: Query;
  /** Request headers that it reads. */
  readonly headers?: readonly string[];
  /** `type`: of an answer that is no JSON. */
  readonly success: { readonly status: 200 | 201 | 204; readonly schema?: Answer; readonly type?: string };
  /** What it may refuse for, besides what every call may. */
  readonly errors?: readonly ErrorCode[];
  /**
   * @returns the body of the answer; undefined when there is none, or when it has answered by itself.
   * @throws Refusal with one of `errors`.
   */
  handle(
    call: Call<Path, z.infer<Body>, z.infer<Query>, PrincipalOf<Of>>,
  ): z.infer<Answer> | undefined | Promise<z.infer<Answer> | undefined>;
};

export type Route = Definition<string, Access, z.ZodType, z.ZodObject, z.ZodType>;

/** Has a definition checked against its own schemas. */
export function route<
  const Path extends string,
  const Of extends Access,
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
>(definition: Definition<Path, Of, Body, Query, Answer>): Route {
  return definition;
}
