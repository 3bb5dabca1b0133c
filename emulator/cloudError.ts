/**
 * A failure as the cloud reports it on the wire: `{code, message}`, always under HTTP 200.
 * `code` is a TCB code string (`DATABASE_REQUEST_FAILED`, `INVALID_PARAM`, …) that the SDKs map to a number.
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}
