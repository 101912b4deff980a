// The one error of the product and its closed set of codes: the code, never a sentence, decides what happens next.
// Sentences for people are made in the panel.

/** What went wrong. See the table in CONTRIBUTING for what the store does with each. */
export type ErrorCode =
  | 'offline'
  | 'rate-limited'
  | 'internal'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'unsupported';

/** Why an `invalid` field was refused, so that the panel can say it in the reader's language. */
export type Flaw = 'missing' | 'empty' | 'too-long' | 'too-nested' | 'malformed';

/** What an error carries besides its code. */
export interface ErrorFacts {
  /**
   * The field that breaks a limit (`body`, `name`, `email`, `discussion` …), with `invalid`; what is gone, with `not-found`;
   * `promptId` with `forbidden`, where the prompt is closed.
   */
  readonly field?: string;
  /** What is wrong with that field; with `invalid`. */
  readonly flaw?: Flaw;
  /** Milliseconds to wait before the next try; with `rate-limited`. */
  readonly retryAfterMs?: number;
}

const codes: ReadonlySet<string> = new Set<ErrorCode>([
  'offline',
  'rate-limited',
  'internal',
  'unauthenticated',
  'forbidden',
  'not-found',
  'invalid',
  'conflict',
  'unsupported',
]);
const flaws: ReadonlySet<string> = new Set<Flaw>(['missing', 'empty', 'too-long', 'too-nested', 'malformed']);

/** Any refusal or failure that crosses a boundary of the product. `message` is for logs and developers, in English. */
export class DiscussionError extends Error {
  override readonly name = 'DiscussionError';
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly flaw: Flaw | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}) {
    super(message);
    this.code = code;
    this.field = facts.field;
    this.flaw = facts.flaw;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** A refusal of one field: `invalid`, with the field and its flaw. */
export function invalid(field: string, flaw: Flaw, message: string): DiscussionError {
  return new DiscussionError('invalid', message, { field, flaw });
}

/** True where a text was refused because its prompt was closed. */
export function isPromptClosed({ code, field }: DiscussionError): boolean {
  return code === 'forbidden' && field === 'promptId';
}

/** True where the same command may succeed later without a change: the store keeps it and tries again. */
export function isRetryable(code: ErrorCode): boolean {
  return code === 'offline' || code === 'rate-limited' || code === 'internal';
}

/** An error as it travels: plain data, no stack. */
export interface WireError extends ErrorFacts {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Anything thrown, as plain data. What is not a DiscussionError becomes a bare `internal`: its text stays home. */
export function toWire(thrown: unknown): WireError {
  if (!(thrown instanceof DiscussionError)) return { code: 'internal', message: 'the authority failed' };
  return {
    code: thrown.code,
    message: thrown.message,
    ...(thrown.field !== undefined && { field: thrown.field }),
    ...(thrown.flaw !== undefined && { flaw: thrown.flaw }),
    ...(thrown.retryAfterMs !== undefined && { retryAfterMs: thrown.retryAfterMs }),
  };
}

/** Plain data as an error again. What does not look like one becomes `internal`. */
export function fromWire(data: unknown): DiscussionError {
  const { code, message, field, flaw, retryAfterMs } = (data ?? {}) as Record<string, unknown>;
  if (typeof code !== 'string' || !codes.has(code))
    return new DiscussionError('internal', 'the answer was not understood');
  return new DiscussionError(code as ErrorCode, typeof message === 'string' ? message : code, {
    ...(typeof field === 'string' && { field }),
    ...(typeof flaw === 'string' && flaws.has(flaw) && { flaw: flaw as Flaw }),
    ...(typeof retryAfterMs === 'number' && retryAfterMs >= 0 && { retryAfterMs }),
  });
}

/** The error itself where it already is one, otherwise a bare `internal` that keeps the cause for logs. */
export function asDiscussionError(thrown: unknown): DiscussionError {
  if (thrown instanceof DiscussionError) return thrown;
  const error = new DiscussionError('internal', 'the authority failed');
  error.cause = thrown;
  return error;
}
