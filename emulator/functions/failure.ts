/** Why a call of a function failed, in the platform's terms. */
export type FailureKind =
  'notFound' | 'denied' | 'eventTooLarge' | 'threw' | 'timedOut' | 'resultTooLarge';

/** A failed call of a function; `message` is what the platform reports of it. */
export class FunctionFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
    this.name = 'FunctionFailure';
  }
}

interface FailureForm {
  errCode: number;
  summary: string;
  code: string;
}

/**
 * How each failure reaches callers: a phone sees `errCode` and `summary`, another function the TCB `code`.
 * Numbers and texts: reference cloud-protocol 2.7, 2.12, 3.3.
 */
const FORMS: Record<FailureKind, FailureForm> = {
  notFound: {
    errCode: -501000,
    summary: 'function not found',
    code: 'FUNCTION_NOT_FOUND',
  },
  denied: { errCode: -501023, summary: 'permission denied', code: 'PERMISSION_DENIED' },
  eventTooLarge: {
    errCode: -501007,
    summary: 'invalid parameters',
    code: 'EXCEED_MAX_PAYLOAD_SIZE',
  },
  threw: {
    errCode: -504002,
    summary: 'functions execute fail',
    code: 'FUNCTIONS_EXECUTE_FAIL',
  },
  timedOut: {
    errCode: -504003,
    summary: 'functions time limit exceeded',
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  },
  resultTooLarge: {
    errCode: -604001,
    summary: 'function result exceeds 1 MB',
    code: 'FUNCTIONS_EXECUTE_FAIL',
  },
};

/** What `wx.cloud.callFunction` rejects with. */
export function clientError(failure: FunctionFailure): { errCode: number; errMsg: string } {
  const { errCode, summary } = FORMS[failure.kind];
  return {
    errCode,
    errMsg: `cloud.callFunction:fail Error: errCode: ${String(errCode)} ${summary} | errMsg: ${failure.message}`,
  };
}

/** The TCB code another function gets. */
export function tcbCode(failure: FunctionFailure): string {
  return FORMS[failure.kind].code;
}
