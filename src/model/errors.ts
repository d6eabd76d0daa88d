/** Somebody asked for what is not allowed or does not fit. A door turns it into one message: what was given, where, what to do next. */
export class AttestError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'AttestError'
  }
}
